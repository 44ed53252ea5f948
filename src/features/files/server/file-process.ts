import { doFileTask, type FileTask } from "./file-task.ts";

/** The process that works on one file, so that a monstrous picture can neither hold the server up nor take its memory. */
process.once("message", (task: FileTask) => {
  void doFileTask(task).then((answer) => process.send!(answer, () => process.disconnect()));
});
