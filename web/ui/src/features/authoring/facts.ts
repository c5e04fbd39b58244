/** What rules may ask of a target, and what each can say, as the API spells both. */
export const facts = {
  phase: ['ahead', 'running', 'ended'],
  evidence: ['none', 'partial', 'incomparable', 'full'],
  fulfilment: ['met', 'not-met', 'undecided'],
  'end-band': ['exceeded', 'full', 'nearly', 'below', 'no-ratio'],
  'pace-band': ['on-track', 'behind', 'at-risk', 'no-pace'],
  'forecast-band': ['likely', 'open', 'unlikely', 'no-forecast'],
  'reach-band': ['within', 'beyond', 'lost', 'no-reach'],
  age: ['fresh', 'stale', 'no-figure'],
  change: ['usual', 'jump'],
  agreement: ['agreed', 'different', 'contradicted'],
} as const;

export type Fact = keyof typeof facts;

export const factNames = Object.keys(facts) as Fact[];
export const isFact = (code: string): code is Fact => Object.hasOwn(facts, code);
export const wordsOf = (fact: string): readonly string[] => (isFact(fact) ? facts[fact] : []);

export const severities = ['low', 'medium', 'high'] as const;

/** What a sentence may leave open. Those of figures alone first, for a row of the table has hardly any other. */
export const placeholders = [
  'actual',
  'target',
  'unit',
  'attainment',
  'compared',
  'side',
  'period',
  'expected',
  'pace',
  'exceeded',
  'nearly',
  'forecast',
  'low',
  'high',
  'probability',
  'points',
  'open',
  'required',
  'best',
  'newest',
  'late',
  'jumped',
  'earlier',
  'change',
  'limit',
  'own',
  'other',
] as const;
