export const ratings = [
  'exceeded',
  'met',
  'nearly-met',
  'missed',
  'on-track',
  'behind',
  'at-risk',
  'insufficient-data',
] as const;
export type Rating = (typeof ratings)[number];
