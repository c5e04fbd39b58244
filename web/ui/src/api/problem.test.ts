import { expect, it } from 'vitest';
import { Problem } from './problem';

const answer = (status: number, body: unknown) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

it('a problem keeps its sentence, code, trace id and the refused fields', async () => {
  const problem = await Problem.of(
    answer(422, {
      type: 'urn:cotmoc:problem:invalid-body',
      title: 'Số liệu không hợp lệ',
      status: 422,
      detail: 'Đơn vị phải là tỷ đồng.',
      code: 'invalid-body',
      traceId: '4bf92f3577b34da6',
      errors: [{ at: '/unit', code: 'unit-mismatch', detail: 'Đơn vị phải là tỷ đồng.' }, 'nonsense'],
    }),
  );
  expect(problem.status).toBe(422);
  expect(problem.code).toBe('invalid-body');
  expect(problem.message).toBe('Đơn vị phải là tỷ đồng.');
  expect(problem.traceId).toBe('4bf92f3577b34da6');
  expect(problem.errors).toEqual([{ at: '/unit', code: 'unit-mismatch', detail: 'Đơn vị phải là tỷ đồng.' }]);
});

it('the code is read from the type when the body has none', async () => {
  const problem = await Problem.of(answer(403, { type: 'urn:cotmoc:problem:no-province', title: 'x' }));
  expect(problem.code).toBe('no-province');
});

it('members of one code stay readable', async () => {
  const provinces = [{ id: 'lao-cai', name: 'Lào Cai' }];
  const problem = await Problem.of(answer(403, { code: 'choose-a-province', provinces }));
  expect(problem.members.provinces).toEqual(provinces);
});

it('an answer that is no problem still becomes one', async () => {
  const problem = await Problem.of(answer(502, '<html>Bad gateway</html>'));
  expect(problem.status).toBe(502);
  expect(problem.code).toBe('');
  expect(problem.errors).toEqual([]);
  expect(problem.message).toBe('HTTP 502');
});
