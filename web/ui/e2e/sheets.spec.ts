import { expect, type Page, test } from '@playwright/test';
import { looksRightEverywhere, signIn, signOut, watchForErrors } from './visit';

const FORM = 'Báo cáo tháng kinh tế - xã hội';
const UNIT = 'Sở Nông nghiệp và Phát triển nông thôn';

/** The sheet of the September report with a doubtful number, a wrong one and a right one. */
const SHEET = process.env.SHEET ?? '';

let errors: string[] = [];
test.beforeEach(({ page }) => {
  errors = watchForErrors(page);
});
test.afterEach(() => {
  expect(errors, 'script errors and policy violations').toEqual([]);
});

const downloaded = async (page: Page, button: string | RegExp) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).first().click(),
  ]);
  return download.suggestedFilename();
};

test('a report is taken out, filled in, brought back and confirmed', async ({ page }) => {
  await signIn(page, 'lc.nongnghiep');
  await page.getByRole('link', { name: 'Báo cáo số liệu', exact: true }).click();
  expect(await downloaded(page, 'Tải Excel')).toBe('duties.xlsx');
  await page.getByRole('link', { name: `Mở báo cáo ${FORM}, tháng 9/2026, ${UNIT}` }).click();
  await page.getByRole('link', { name: 'Nhập bằng Excel' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Báo cáo bằng Excel, tháng 9/2026' }),
  ).toBeVisible();
  await expect(page.getByText('Chưa có tệp nào được tải lên.')).toBeVisible();
  await looksRightEverywhere(page, 'sheet');
  expect(await downloaded(page, 'Tải Excel (tiếng Việt)')).toBe('bao-cao-2026-09.xlsx');

  await page.getByLabel('Tệp Excel (.xlsx)').setInputFiles('e2e/sheets.spec.ts');
  await expect(page.getByText('Không phải tệp Excel')).toBeVisible();

  await page.getByLabel('Tệp Excel (.xlsx)').setInputFiles(SHEET);
  await expect(page.getByText('đã đọc, chờ xác nhận')).toBeVisible();
  await expect(page.getByText('Chưa có gì được lưu.')).toBeVisible();
  const doubtful = page.getByRole('row', { name: /H2/ });
  await expect(doubtful).toContainText('1.234');
  await expect(page.getByRole('row', { name: /H3/ })).toContainText('“mười hai” không phải là số');
  await looksRightEverywhere(page, 'sheet-read');
  await doubtful.getByRole('checkbox').check();
  expect(await downloaded(page, /^Tải \d+ dòng chưa đúng/)).toBe('chua-nhan-2026-09.xlsx');
  await page.getByRole('button', { name: /^Chỉ nhận \d+ dòng đúng/ }).click();
  await expect(page.getByText(/^Đã đưa \d+ dòng vào báo cáo/)).toBeVisible();
  await looksRightEverywhere(page, 'sheet-confirmed');
  expect(await downloaded(page, /^Tải \d+ dòng chưa nhận/)).toBe('chua-nhan-2026-09.xlsx');

  await page.getByRole('link', { name: 'Về báo cáo' }).click();
  await expect(page.getByLabel('Giá trị').first()).toHaveValue('1.234');
  await signOut(page);
});
