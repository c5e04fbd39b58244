import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answered, type Asked, allOf, api, creating, dataOf, taggedDataOf } from '../../api/client';
import { addressOf } from '../../api/download';
import type { TasksSearch } from './tasks.route';

export type Task = Answered<'/api/v1/tasks', 'get'>['items'][number];
/** A task with every report of its progress, oldest first. */
export type TaskDetails = Answered<'/api/v1/tasks/{task}', 'get'>;
export type NewTask = Asked<'/api/v1/tasks', 'post'>;
export type Progress = Asked<'/api/v1/tasks/{task}/progress', 'post'>;

/** @param unit the reader's own, if only its tasks are wanted */
const asked = ({ show }: TasksSearch, unit: string | undefined) => ({
  only: show === 'overdue' ? ('overdue' as const) : undefined,
  status: show ? undefined : ('open' as const),
  unit,
});

/** As {@link asked}. */
export const tasksQuery = (search: TasksSearch, unit: string | undefined) =>
  queryOptions({
    queryKey: ['tasks', 'list', asked(search, unit)],
    queryFn: () =>
      allOf((after) =>
        dataOf(
          api.GET('/api/v1/tasks', { params: { query: { ...asked(search, unit), after, limit: 200 } } }),
        ),
      ),
  });

export const tasksOfCaseQuery = (agreedIn: string) =>
  queryOptions({
    queryKey: ['tasks', 'case', agreedIn],
    queryFn: () =>
      allOf((after) =>
        dataOf(api.GET('/api/v1/tasks', { params: { query: { agreedIn, after, limit: 200 } } })),
      ),
  });

const pathOf = (task: string) => ({ path: { task } });

/** A task with the tag that whoever changes it must name. */
export const taskQuery = (task: string) =>
  queryOptions({
    queryKey: ['tasks', 'one', task],
    queryFn: () => taggedDataOf(api.GET('/api/v1/tasks/{task}', { params: pathOf(task) })),
  });

/** The plan of a case. */
export const planOfCaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', 'plan-of-case', id],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/cases/{case}', { params: { path: { case: id } } }))).about,
  });

export const plansToServeQuery = queryOptions({
  queryKey: ['tasks', 'plans'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/plans', { params: { query: { after, limit: 200 } } }))),
});

export const doersQuery = queryOptions({
  queryKey: ['tasks', 'units'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/units', { params: { query: { after, limit: 200 } } }))),
});

/** The words of a plan that are tasks. */
export const taskWordsQuery = (plan: string | undefined) =>
  queryOptions({
    queryKey: ['tasks', 'statements', plan ?? null],
    queryFn: () =>
      allOf((after) =>
        dataOf(
          api.GET('/api/v1/statements', { params: { query: { plan, kind: 'task', after, limit: 200 } } }),
        ),
      ),
    enabled: plan !== undefined,
  });

/** Targets of a plan, as they are today. */
export const targetsToServeQuery = (plan: string | undefined) =>
  queryOptions({
    queryKey: ['tasks', 'targets', plan ?? null],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/plans/{plan}/scorecard', { params: { path: { plan: plan ?? '' } } })))
        .targets,
    enabled: plan !== undefined,
  });

function useReadAnew() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [['tasks'], ['cases'], ['notifications']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
}

export function useAddTask() {
  const [add] = useState(() =>
    creating((body: NewTask, header) => dataOf(api.POST('/api/v1/tasks', { params: { header }, body }))),
  );
  return useMutation({ mutationFn: add, onSettled: useReadAnew() });
}

/** @param etag the tag of the task that the author saw */
export function useReportProgress(task: string, etag: string) {
  return useMutation({
    mutationFn: (body: Progress) =>
      dataOf(
        api.POST('/api/v1/tasks/{task}/progress', {
          params: { ...pathOf(task), header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSettled: useReadAnew(),
  });
}

/** @param etag the tag of the task that the author saw */
export function useDropTask(task: string, etag: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      dataOf(
        api.POST('/api/v1/tasks/{task}/withdrawal', {
          params: { ...pathOf(task), header: { 'If-Match': etag } },
          body: { reason },
        }),
      ),
    onSettled: useReadAnew(),
  });
}

/** The list itself, to be had as a spreadsheet. */
export const tasksList = (search: TasksSearch, unit: string | undefined) =>
  addressOf('/api/v1/tasks', asked(search, unit));
