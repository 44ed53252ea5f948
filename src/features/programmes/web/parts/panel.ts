import type { MeasureSeen, RoadmapSeen, SectionSeen } from "../../model/seen.ts";

/** What is being edited over the table; one thing at a time. */
export type Panel =
  | { readonly kind: "addRoadmap" }
  | { readonly kind: "editRoadmap"; readonly roadmap: RoadmapSeen }
  | { readonly kind: "addSection"; readonly roadmap: RoadmapSeen; readonly parent: SectionSeen | null }
  | { readonly kind: "editSection"; readonly roadmap: RoadmapSeen; readonly section: SectionSeen }
  | { readonly kind: "moveSection"; readonly roadmap: RoadmapSeen; readonly section: SectionSeen }
  | { readonly kind: "closeSection"; readonly roadmap: RoadmapSeen; readonly section: SectionSeen }
  | { readonly kind: "addMeasure"; readonly roadmap: RoadmapSeen; readonly section: SectionSeen | null }
  | { readonly kind: "editMeasure"; readonly measure: MeasureSeen }
  | { readonly kind: "moveMeasure"; readonly measure: MeasureSeen };
