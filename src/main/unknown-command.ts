import { slipsBetween, slipsForgiven } from "#domain/russian/nearest-word.ts";

/** Commands have two words at most: what follows is theirs. */
const MOST_WORDS = 2;

/** What is said of a command that there is not: its name, and which one was probably meant. Ends before the list of those that there are. */
export function unknownCommand(args: readonly string[], known: readonly string[]): string {
  const option = args.findIndex((arg) => arg.startsWith("-"));
  const typed = args.slice(0, option < 0 ? MOST_WORDS : Math.min(option, MOST_WORDS));
  const meant = meantBy(typed, known);
  const told = `Команды «${(typed.length > 0 ? typed : args).join(" ")}» нет.`;
  return meant.length === 0 ? told : `${told} Возможно, ${meant.map((command) => `«${command}»`).join(" или ")}.`;
}

/** The commands that are nearest by slips of the hand; where only their first word was typed, all that begin with it. */
function meantBy(typed: readonly string[], known: readonly string[]): readonly string[] {
  const slips = (command: string) => {
    const words = command.split(" ").length;
    const most = slipsForgiven(command);
    const far = slipsBetween(typed.slice(0, words).join(" ").toLowerCase(), command, most);
    return far > most ? Infinity : far;
  };
  const least = Math.min(...known.map(slips));
  if (least < Infinity) return known.filter((command) => slips(command) === least);
  return known.filter((command) => command.includes(" ") && command.split(" ")[0] === typed[0]?.toLowerCase());
}
