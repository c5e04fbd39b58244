import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Answered,
  type Asked,
  allOf,
  api,
  creating,
  dataOf,
  taggedDataOf,
  type With,
} from '../../api/client';
import type { Word } from '../../i18n';

export type Unit = With<Answered<'/api/v1/units', 'get'>['items'][number], { kind: Word<'unitKind'> }>;
export type UnitDetails = With<Answered<'/api/v1/units/{unit}', 'get'>, { unit: Unit }>;
export type NewUnit = Asked<'/api/v1/units', 'post'>;
export type UnitChange = Asked<'/api/v1/units/{unit}', 'put'>;
export type NewAssignment = Asked<'/api/v1/units/{unit}/assignments', 'post'>;

export const unitKinds = ['department', 'commune-committee', 'compiler'] as const;

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: () =>
    allOf((after) =>
      dataOf(api.GET('/api/v1/units', { params: { query: { after, limit: 200 } } })),
    ) as Promise<Unit[]>,
});

/** One unit with its members and assignments, and the tag that a change of it must send back. */
export const unitQuery = (unit: string) =>
  queryOptions({
    queryKey: ['units', 'one', unit],
    queryFn: () =>
      taggedDataOf(api.GET('/api/v1/units/{unit}', { params: { path: { unit } } })) as Promise<{
        value: UnitDetails;
        etag: string;
      }>,
  });

/** What can be assigned. */
export const assignableQuery = queryOptions({
  queryKey: ['units', 'indicators'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/indicators', { params: { query: { after, limit: 200 } } }))),
});

/** Where a commune's committee may be, and what part of the province an assignment may be for. */
export const unitAreasQuery = queryOptions({
  queryKey: ['units', 'areas'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/areas', { params: { query: { after, limit: 200 } } }))),
});

/** After any change the lists are read anew, and the caller's own unit with them. */
function useReadAnew() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['units'] }),
      queries.invalidateQueries({ queryKey: ['me'] }),
      // Whose figures one may enter; known here only by the name of its queries.
      queries.invalidateQueries({ queryKey: ['observations', 'unit'] }),
    ]);
}

export function useAddUnit() {
  const [add] = useState(() =>
    creating((body: NewUnit, header) => dataOf(api.POST('/api/v1/units', { params: { header }, body }))),
  );
  return useMutation({ mutationFn: add, onSuccess: useReadAnew() });
}

/** @param etag the tag of what the editor saw */
export function useChangeUnit(unit: string, etag: string) {
  return useMutation({
    mutationFn: (body: UnitChange) =>
      dataOf(
        api.PUT('/api/v1/units/{unit}', {
          params: { path: { unit }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSuccess: useReadAnew(),
  });
}

export function useEnterMember(unit: string) {
  return useMutation({
    mutationFn: (username: string) =>
      dataOf(api.PUT('/api/v1/units/{unit}/members/{username}', { params: { path: { unit, username } } })),
    onSuccess: useReadAnew(),
  });
}

export function useRemoveMember(unit: string) {
  return useMutation({
    mutationFn: (username: string) =>
      api.DELETE('/api/v1/units/{unit}/members/{username}', { params: { path: { unit, username } } }),
    onSuccess: useReadAnew(),
  });
}

export function useAssign(unit: string) {
  const [assign] = useState(() =>
    creating((body: NewAssignment, header) =>
      dataOf(api.POST('/api/v1/units/{unit}/assignments', { params: { path: { unit }, header }, body })),
    ),
  );
  return useMutation({ mutationFn: assign, onSuccess: useReadAnew() });
}

export function useWithdraw(unit: string) {
  return useMutation({
    mutationFn: (assignment: string) =>
      api.DELETE('/api/v1/units/{unit}/assignments/{assignment}', { params: { path: { unit, assignment } } }),
    onSuccess: useReadAnew(),
  });
}

/** The list itself, to be had as a spreadsheet. */
export const unitsList = '/api/v1/units';
