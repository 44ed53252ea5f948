import { Link } from "react-router";
import { typeset } from "#web/ui/typeset.ts";
import type { Block, Piece } from "../../model/read-guide.ts";
import { pictureAddress } from "../pictures.ts";

/** Pictures of the guides are cut to one size (scripts/guide-pictures.mjs): the page does not move while they come. */
const PICTURE = { width: 1000, height: 660 };

/** Paragraphs, steps and pictures of a guide, in order. */
export function GuideBlocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, at) => <OneBlock key={`${block.kind} ${at}`} block={block} />);
}

function OneBlock({ block }: { readonly block: Block }) {
  if (block.kind === "text")
    return (
      <p>
        <Pieces pieces={block.pieces} />
      </p>
    );
  if (block.kind === "picture") {
    const address = pictureAddress(block.name);
    return address && <img src={address} alt={block.words} loading="lazy" {...PICTURE} />;
  }
  const List = block.kind === "steps" ? "ol" : "ul";
  return (
    <List>
      {block.items.map((pieces, at) => (
        <li key={`${at} ${pieces[0]?.text}`}>
          <Pieces pieces={pieces} />
        </li>
      ))}
    </List>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, to, strong }, at) => {
    const key = `${at} ${text}`;
    if (to)
      return (
        <Link key={key} to={to}>
          {typeset(text)}
        </Link>
      );
    return strong ? <b key={key}>{typeset(text)}</b> : <span key={key}>{typeset(text)}</span>;
  });
}
