import { Shape, type MarkState } from "./shape.tsx";

export interface StateMarkProps {
  readonly state: MarkState;
  /** the word: a state is never told by colour alone */
  readonly children: React.ReactNode;
  readonly size?: number;
  readonly strong?: boolean;
}

/** Shape and word in the state's colour. */
export function StateMark({ state, children, size = 12, strong = false }: StateMarkProps) {
  return (
    <span className={`st ${state}`} style={strong ? { fontWeight: 600 } : undefined}>
      <Shape state={state} size={size} />
      {children}
    </span>
  );
}
