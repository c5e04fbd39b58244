import { expect, it } from 'vitest';
import { begin, edit, redo, undo } from './edits';

it('what was done is undone and done again, step by step', () => {
  const edits = edit(edit(begin('a'), 'b'), 'c');
  expect(undo(edits).now).toBe('b');
  expect(undo(undo(edits)).now).toBe('a');
  expect(redo(undo(undo(edits))).now).toBe('b');
  expect(redo(redo(undo(undo(edits)))).now).toBe('c');
});

it('there is nothing before the beginning and after the end', () => {
  expect(undo(begin('a')).now).toBe('a');
  expect(redo(begin('a')).now).toBe('a');
});

it('an edit forgets what was undone', () => {
  expect(redo(edit(undo(edit(begin('a'), 'b')), 'c')).now).toBe('c');
});

it('typing on in one place is one step, and coming back to it later is another', () => {
  const typed = edit(edit(begin('a'), 'ab', 'name'), 'abc', 'name');
  expect(undo(typed).now).toBe('a');
  expect(undo(edit(edit(typed, 'x', 'other'), 'y', 'name')).now).toBe('x');
});

it('typing on after an undo is a step of its own', () => {
  const undone = undo(edit(begin('a'), 'ab', 'name'));
  expect(undo(edit(undone, 'ac', 'name')).now).toBe('a');
});
