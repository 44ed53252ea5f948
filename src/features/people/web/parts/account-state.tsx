import { StateMark } from "#web/ui/state-mark.tsx";

const WORDS = {
  none: ["notApplicable", "входа нет"],
  invited: ["soon", "приглашён"],
  active: ["accepted", "входит"],
  closed: ["ahead", "вход закрыт"],
} as const;

/** How far the person's account is; nothing where it is not the reader's business. */
export function AccountState({ state }: { readonly state: keyof typeof WORDS | null }) {
  if (!state) return null;
  const [shape, word] = WORDS[state];
  return <StateMark state={shape}>{word}</StateMark>;
}
