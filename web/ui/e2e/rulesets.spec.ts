import { expect, test } from '@playwright/test';
import { looksRight, looksRightEverywhere, openScreen, signIn, signOut } from './visit';

test('a rule author chooses grades for one plan, and the plan says its grade and why no better one', async ({
  page,
}) => {
  await signIn(page, 'lc.quytac');
  await openScreen(page, 'Bộ quy tắc', 'Thiết lập');
  await expect(page.getByText('của hệ thống', { exact: true })).toHaveCount(7);
  await expect(page.getByRole('heading', { level: 3, name: /^Mặc định quốc gia/ })).toContainText(
    'đang áp dụng chung',
  );
  await page.getByText('Các quy tắc (', { exact: false }).first().click();
  await looksRightEverywhere(page, 'rule-sets');

  await page.getByLabel('Chọn riêng cho kế hoạch').click();
  await page.getByTitle('Kế hoạch năm 2021', { exact: true }).click();
  const chooser = page.getByRole('dialog');
  await expect(chooser.getByRole('heading', { name: 'Chọn bộ quy tắc: Kế hoạch năm 2021' })).toBeVisible();
  await chooser.getByRole('button', { name: 'Lưu lựa chọn' }).click();
  await expect(chooser.getByText('Không được để trống.').first()).toBeVisible();
  await chooser.getByRole('combobox', { name: 'Bộ quy tắc' }).click();
  await page.getByTitle('Xếp loại theo Quy định 366').click();
  await expect(chooser.getByText('xếp một trong bốn mức', { exact: false })).toBeVisible();
  await chooser.getByLabel('Áp dụng từ').fill('1/1/2021');
  await chooser.getByLabel('Áp dụng từ').press('Enter');
  await chooser.getByLabel('Lý do thay đổi').fill('Thử xếp loại cho hành trình kiểm thử');
  await looksRight(page, 'rule-chooser');
  await chooser.getByRole('button', { name: 'Lưu lựa chọn' }).click();
  await expect(page.getByText('Đã lưu lựa chọn.', { exact: false })).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Đang áp dụng' }).getByRole('row', { name: /^Kế hoạch năm 2021/ }),
  ).toContainText('Quy định 366');
  await looksRight(page, 'rule-sets-chosen');

  await page.getByRole('link', { name: 'Xem kế hoạch' }).click();
  await page.getByRole('link', { name: /Kế hoạch năm 2021/ }).click();
  const together = page.locator('details.rollups');
  await together.locator('summary').click();
  await expect(
    together.getByRole('columnheader', { name: 'Kết quả chung: xếp loại theo mức' }),
  ).toBeVisible();
  await looksRightEverywhere(page, 'rollups-graded');
  await signOut(page);
});

test('who only reads sees the rule sets and chooses none', async ({ page }) => {
  await signIn(page, 'lc.xem');
  await openScreen(page, 'Bộ quy tắc', 'Thiết lập');
  await expect(page.getByText('Chỉ người soạn quy tắc mới chọn được bộ quy tắc.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Chọn bộ quy tắc/ })).toHaveCount(0);
  await page.getByRole('button', { name: /English/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rule sets' })).toBeVisible();
  await looksRight(page, 'rule-sets-english');
  await page.getByRole('button', { name: /Tiếng Việt/ }).click();
  await signOut(page);
});
