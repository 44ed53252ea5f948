/** Addresses of the pictures of the guides, by the names of their files. */
const FILES = import.meta.glob<string>("../../../../docs/guide/roles/pictures/*.png", {
  query: "?url",
  import: "default",
  eager: true,
});

/** Where the picture lies; undefined where there is none of that name. */
export function pictureAddress(name: string): string | undefined {
  return FILES[`../../../../docs/guide/roles/pictures/${name}.png`];
}
