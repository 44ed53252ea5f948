import { answerApart } from "#platform/files/apart.ts";
import { doFileTask } from "./file-task.ts";

/** The process that works on one file, so that a monstrous picture can neither hold the server up nor take its memory. */
answerApart(doFileTask);
