import type { Trajectory } from './trajectories.api';

/** One line of the table: what is expected of some months, and what came. */
export interface Months {
  period: string;
  low?: string;
  base?: string;
  high?: string;
  /** assumed where nothing is stated */
  assumed?: Trajectory['assumed'][number];
  figure?: Trajectory['figures'][number];
}

/** The last month of a period, counted from the year 0, and how many months it has. */
function reach(period: string): { last: number; length: number } {
  const [year = 0] = period.split(/[-/]/).map(Number);
  const at = (month: number, inYear = year) => inYear * 12 + month;
  const half = /-H([12])$/.exec(period);
  if (half) return { last: at(Number(half[1]) * 6), length: 6 };
  const quarter = /-Q([1-4])$/.exec(period);
  if (quarter) return { last: at(Number(quarter[1]) * 3), length: 3 };
  const toDate = /\/\d{4}-(\d{2})$/.exec(period);
  if (toDate) return { last: at(Number(toDate[1])), length: Number(toDate[1]) };
  const month = /^\d{4}-(\d{2})$/.exec(period);
  if (month) return { last: at(Number(month[1])), length: 1 };
  const term = /^\d{4}\/(\d{4})$/.exec(period);
  const end = term ? Number(term[1]) : year;
  return { last: at(12, end), length: (end - year + 1) * 12 };
}

/** All months that anything is said of, in time; of those that end together the shorter first. */
export function monthsOf(trajectory: Trajectory): Months[] {
  const months = new Map<string, Months>();
  const of = (period: string) => {
    const found = months.get(period) ?? { period };
    months.set(period, found);
    return found;
  };
  for (const { scenario, period, amount } of trajectory.checkpoints.filter((one) => isOwn(trajectory, one))) {
    of(period)[scenario] = amount;
  }
  for (const point of trajectory.assumed) of(point.period).assumed = point;
  for (const figure of trajectory.figures) of(figure.period).figure = figure;
  return [...months.values()].sort((one, other) => {
    const [first, second] = [reach(one.period), reach(other.period)];
    return first.last - second.last || first.length - second.length;
  });
}

/** What is said of months from the beginning of the target's period: only these lie on one line. */
export function fromTheBeginning(trajectory: Trajectory, months: readonly Months[]): Months[] {
  const whole = reach(trajectory.period);
  return months.filter(({ period }) => {
    const { last, length } = reach(period);
    return last - length === whole.last - whole.length;
  });
}

/** A line through a picture of 600 by 160: where it is at the end of some months. */
export interface Spot {
  x: number;
  y: number;
}

export type Lines = Record<'actual' | 'base' | 'low' | 'high', Spot[]>;

/** Only for drawing are amounts made numbers: a digit lost is far less than a pixel. */
export function linesOf(trajectory: Trajectory): Lines {
  const whole = reach(trajectory.period);
  const months = fromTheBeginning(trajectory, monthsOf(trajectory));
  const amounts = {
    actual: (one: Months) => one.figure?.amount,
    base: (one: Months) => one.base ?? one.assumed?.amount ?? undefined,
    low: (one: Months) => one.low,
    high: (one: Months) => one.high,
  };
  const all = months.flatMap((one) => Object.values(amounts).map((amount) => Number(amount(one) ?? 0)));
  const [least, most] = [Math.min(0, ...all), Math.max(...all, 0)];
  const spots = (amount: (one: Months) => string | undefined): Spot[] =>
    months.flatMap((one) => {
      const value = amount(one);
      if (value === undefined) return [];
      const gone = reach(one.period).length / whole.length;
      return [{ x: 10 + gone * 580, y: 150 - ((Number(value) - least) / (most - least || 1)) * 140 }];
    });
  return {
    actual: spots(amounts.actual),
    base: spots(amounts.base),
    low: spots(amounts.low),
    high: spots(amounts.high),
  };
}

/** Whether a checkpoint speaks of the target itself and not of a part or a sector. */
export function isOwn(trajectory: Trajectory, checkpoint: Trajectory['checkpoints'][number]): boolean {
  return (
    checkpoint.indicator === trajectory.indicator &&
    checkpoint.area === trajectory.area &&
    checkpoint.subgroup === trajectory.subgroup
  );
}
