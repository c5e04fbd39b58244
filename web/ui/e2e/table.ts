import { expect, type Locator, type Page } from '@playwright/test';

/** A cell of the decision table that is being written; both count from 1. */
export const cell = (page: Page, row: number, column: number): Locator =>
  page.locator(`[data-cell="${row - 1}:${column - 1}"]`);

/** Opens a part of the draft, such as its test cases. */
export async function openPart(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Soạn quy tắc' })
    .getByRole('link', { name, exact: true })
    .click();
}

/** Gives a row another rating, by the mouse. @param column in which the table has the ratings */
export async function rate(page: Page, row: number, column: number, rating: string): Promise<void> {
  await cell(page, row, column).click();
  await cell(page, row, column).click();
  await page.getByRole('dialog').getByText(rating, { exact: true }).click();
  await page.getByRole('button', { name: 'Xong' }).click();
}

export async function saveDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu bản dự thảo' }).click();
  await expect(page.getByText('Mọi thay đổi đã lưu')).toBeVisible();
}
