import { format, formatPerCent } from './decimal';

/** What a grade asks, as exact decimals; what is absent is not asked. */
export interface GradeAsked {
  pointsFrom?: string | null;
  onTimeFrom?: string | null;
  exceededFrom?: string | null;
  lateUpTo?: string | null;
}

/** What a grade asks: the word for it and its number as the language writes it. */
export function gradeAsks(grade: GradeAsked, language: Parameters<typeof format>[1]) {
  const share = (of: string) => formatPerCent(of, language, 0);
  return (
    [
      ['points', grade.pointsFrom && format(grade.pointsFrom, language)],
      ['on-time', grade.onTimeFrom && share(grade.onTimeFrom)],
      ['exceeded', grade.exceededFrom && share(grade.exceededFrom)],
      ['late', grade.lateUpTo && share(grade.lateUpTo)],
    ] as const
  ).flatMap(([word, value]) => (value ? [[word, value] as const] : []));
}
