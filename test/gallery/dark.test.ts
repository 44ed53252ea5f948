import { takeGallery } from "./take.ts";

takeGallery("dark");
