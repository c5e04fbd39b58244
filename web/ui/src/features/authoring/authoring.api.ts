import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Answered,
  type Asked,
  allOf,
  api,
  creating,
  dataOf,
  ifStill,
  taggedDataOf,
  type With,
} from '../../api/client';
import type { Impact } from '../../frame/ImpactTable';
import { ruleModelQuery } from '../../frame/trial';
import type { Conflict } from './merge';
import { parse, write } from './model';
import type { Remark } from './remarks';

export type Status = 'draft' | 'proposed' | 'approved' | 'released' | 'withdrawn';
export type Draft = With<Answered<'/api/v1/rule-drafts', 'get'>['items'][number], { status: Status }>;
type WireDetails = Answered<'/api/v1/rule-drafts/{draft}', 'get'>;
export type Step = With<WireDetails['steps'][number], { status: Status }>;
type WireCase = WireDetails['text']['cases'][number];
/** Facts and ratings as words, which the server holds against its own. */
export type TestCase = With<WireCase, { given: Record<string, string | null>; rating: string }>;
export type Revision = With<WireDetails['text'], { cases: TestCase[] }>;
export type Details = With<WireDetails, { draft: Draft; text: Revision; steps: Step[] }>;
export type Tagged = { value: Details; etag: string };
export type NewDraft = Asked<'/api/v1/rule-drafts', 'post'>;
export type ReleaseAgain = Asked<'/api/v1/rule-releases/{ruleSet}', 'post'>;
export type Comparison = Answered<'/api/v1/rule-workshop/comparison', 'post'>;
export type EmittedLine = Answered<'/api/v1/rule-workshop/emitted', 'post'>['lines'][number];

type WireReview = Answered<'/api/v1/rule-workshop/review', 'post'>;
type WireResult = WireReview['tests'][number];
type Found = NonNullable<WireResult['found']>;
export type TestResult = With<
  WireResult,
  { found?: With<Found, { facts: Record<string, string> }> | null; remarks: Remark[] }
>;
export type Review = With<WireReview, { remarks: Remark[]; tests: TestResult[] }>;

/** A model with its test cases. */
export interface Text {
  model: string;
  cases: readonly TestCase[];
}

const drafts = ['rule-drafts'];

/** The server calls facts as its other fields, `endBand`; models and all that is said of them, `end-band`. */
const received = (cases: readonly WireCase[]): TestCase[] =>
  cases.map((test) => ({
    ...test,
    given: Object.fromEntries(
      Object.entries(test.given).map(([fact, word]) => [
        fact.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        word ?? null,
      ]),
    ),
  }));

const sent = (cases: readonly TestCase[]): WireCase[] =>
  cases.map((test) => ({
    ...test,
    given: Object.fromEntries(
      Object.entries(test.given).map(([fact, word]) => [
        fact.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
        word,
      ]),
    ),
  })) as WireCase[];

const text = (revision: WireDetails['text']): Revision => ({ ...revision, cases: received(revision.cases) });

export const draftsQuery = queryOptions({
  queryKey: [...drafts, 'list'],
  queryFn: () =>
    allOf((after) =>
      dataOf(api.GET('/api/v1/rule-drafts', { params: { query: { after, limit: 200 } } })),
    ) as Promise<Draft[]>,
});

type WireImpact = Answered<'/api/v1/rule-releases/{release}/impacts', 'get'>['items'][number];
export type ImpactOfProvince = With<WireImpact, { impact: Impact }>;

/** What a national release would change in the provinces; they are looked at some moments after it is made, and anew each day. */
export const impactsQuery = (release: string) =>
  queryOptions({
    queryKey: [...drafts, 'impacts', release],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/rule-releases/{release}/impacts', { params: { path: { release } } })))
        .items as ImpactOfProvince[],
    staleTime: 0,
  });

export const draftQuery = (draft: string) =>
  queryOptions({
    queryKey: [...drafts, 'one', draft],
    queryFn: async () => {
      const { value, etag } = await taggedDataOf(
        api.GET('/api/v1/rule-drafts/{draft}', { params: { path: { draft } } }),
      );
      return { value: { ...value, text: text(value.text) }, etag } as Tagged;
    },
    // Somebody is typing: what is on the screen changes by saving, or by taking the other's text by hand.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const revisionQuery = (draft: string, revision: number) =>
  queryOptions({
    queryKey: [...drafts, 'revision', draft, revision],
    queryFn: async () =>
      text(
        await dataOf(
          api.GET('/api/v1/rule-drafts/{draft}/revisions/{revision}', {
            params: { path: { draft, revision } },
          }),
        ),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** An earlier text to compare with: of a set by its hash, of the draft by its number. */
export type Earlier = { sha256: string } | { revision: number };

export const earlierQuery = (draft: string, earlier: Earlier) =>
  queryOptions({
    queryKey: [...drafts, 'earlier', draft, earlier],
    queryFn: async ({ client }) =>
      'sha256' in earlier
        ? (await client.fetchQuery(ruleModelQuery(earlier.sha256))).model
        : (await client.fetchQuery(revisionQuery(draft, earlier.revision))).model,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** All that is said of a text. The former answer stays until the next one is there. */
export const reviewQuery = (model: string, cases: readonly TestCase[]) =>
  queryOptions({
    queryKey: ['rule-workshop', 'review', model, cases],
    queryFn: ({ signal }) =>
      dataOf(
        api.POST('/api/v1/rule-workshop/review', {
          body: { model, cases: sent(cases) },
          signal,
        }),
      ) as Promise<Review>,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });

export const emittedQuery = (model: string) =>
  queryOptions({
    queryKey: ['rule-workshop', 'emitted', model],
    queryFn: async () => (await dataOf(api.POST('/api/v1/rule-workshop/emitted', { body: { model } }))).lines,
    gcTime: 30_000,
  });

export const comparisonQuery = (before: string, after: string) =>
  queryOptions({
    queryKey: ['rule-workshop', 'comparison', before, after],
    queryFn: () => dataOf(api.POST('/api/v1/rule-workshop/comparison', { body: { before, after } })),
    gcTime: 30_000,
  });

/** Both people's changes of one text; mine where they conflict. */
export async function mergedOf({ base, mine, theirs }: { base: Text; mine: Text; theirs: Text }) {
  const body = {
    base: base.model,
    mine: mine.model,
    theirs: theirs.model,
    cases: { base: sent(base.cases), mine: sent(mine.cases), theirs: sent(theirs.cases) },
  };
  const { model, cases, conflicts } = await dataOf(api.POST('/api/v1/rule-workshop/merge', { body }));
  return { merged: { model, cases: received(cases) } as Text, conflicts: conflicts as Conflict[] };
}

/** Of models alone, as a question asked while typing goes on; the former answer stays. Nothing is asked while there is no other text. */
export const mergeQuery = (base: string, mine: string, theirs: string | undefined) =>
  queryOptions({
    queryKey: ['rule-workshop', 'merge', base, mine, theirs],
    queryFn: () =>
      dataOf(
        api.POST('/api/v1/rule-workshop/merge', { body: { base, mine, theirs: theirs ?? base } }),
      ) as Promise<{ model: string; conflicts: Conflict[] }>,
    enabled: theirs !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });

export interface Converted {
  model?: string | null;
  remarks: Remark[];
}

/** A whole model, with what is said of it; without it where it is no rule set. */
export async function modelOf(file: File): Promise<Converted> {
  const model = await file.text();
  const review = (await dataOf(api.POST('/api/v1/rule-workshop/review', { body: { model } }))) as Review;
  return { model: review.readable ? model : null, remarks: review.remarks };
}

/** Reads a table from a spreadsheet or DMN over a text that gives all else. */
export async function tableOf(file: File, base: string): Promise<Converted> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const body = {
    format: /\.xlsx$/i.test(file.name) ? ('xlsx' as const) : ('dmn' as const),
    file: btoa(letters),
    base,
  };
  return (await dataOf(api.POST('/api/v1/rule-workshop/table', { body }))) as Converted;
}

/** @returns the draft as it has become, with its tag */
export const saveDraft = (draft: string, etag: string, { model, cases }: Text) =>
  taggedDataOf(
    api.PUT('/api/v1/rule-drafts/{draft}', {
      params: { path: { draft }, header: { 'If-Match': etag } },
      body: { model, cases: sent(cases) },
    }),
  );

/** @param name of the set in Vietnamese, which the copy does not have yet */
export function useOpenDraft() {
  const queries = useQueryClient();
  const [open] = useState(() =>
    creating((body: NewDraft, header) =>
      dataOf(api.POST('/api/v1/rule-drafts', { params: { header }, body })),
    ),
  );
  return useMutation({
    mutationFn: async ({ name, ...body }: NewDraft & { name: string }) => {
      const draft = await open(body);
      const { value, etag } = await queries.fetchQuery({ ...draftQuery(draft.id), staleTime: 0 });
      const model = parse(value.text.model);
      if (model?.about && model.about.name.vi !== name) {
        const about = { ...model.about, name: { vi: name, en: name } };
        await saveDraft(draft.id, etag, { model: write({ ...model, about }), cases: value.text.cases });
      }
      return draft;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: drafts }),
  });
}

export type Move = 'proposal' | 'approval' | 'return' | 'withdrawal';

/** Takes a draft to its next step and shows what became of it everywhere. */
export function useMove(draft: string, etag: string) {
  const queries = useQueryClient();
  const params = { path: { draft }, header: { 'If-Match': etag } };
  const done = () =>
    Promise.all([drafts, ['rule-sets']].map((queryKey) => queries.invalidateQueries({ queryKey })));
  return {
    move: useMutation({
      mutationFn: ({ move, comment }: { move: Move; comment: string }) => {
        const body = comment.trim() ? { comment: comment.trim() } : {};
        switch (move) {
          case 'proposal':
            return dataOf(api.POST('/api/v1/rule-drafts/{draft}/proposal', { params, body }));
          case 'approval':
            return dataOf(api.POST('/api/v1/rule-drafts/{draft}/approval', { params, body }));
          case 'return':
            return dataOf(api.POST('/api/v1/rule-drafts/{draft}/return', { params, body }));
          case 'withdrawal':
            return dataOf(api.POST('/api/v1/rule-drafts/{draft}/withdrawal', { params, body }));
        }
      },
      onSuccess: done,
    }),
    release: useMutation({
      mutationFn: (body: { validFrom: string; reason: string }) =>
        dataOf(api.POST('/api/v1/rule-drafts/{draft}/release', { params, body })),
      onSuccess: () =>
        // Another feature's figures, known here only by the name of their queries: ratings follow rules.
        Promise.all([done(), queries.invalidateQueries({ queryKey: ['scorecards', 'live'] })]),
    }),
  };
}

/** @param number of the set's newest release, which is its tag */
export function useRollBack(ruleSet: string, number: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ReleaseAgain) =>
      dataOf(
        api.POST('/api/v1/rule-releases/{ruleSet}', {
          params: { path: { ruleSet }, header: ifStill(number) },
          body,
        }),
      ),
    onSuccess: () =>
      Promise.all(
        [drafts, ['rule-sets'], ['scorecards', 'live']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
