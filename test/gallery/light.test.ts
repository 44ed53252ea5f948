import { takeGallery } from "./take.ts";

takeGallery("light");
