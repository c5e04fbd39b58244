import { expect, test } from '@playwright/test';
import { looksRightEverywhere, openPlan, signIn, watchForErrors } from './visit';

const PLAN_2023 = /Kế hoạch phát triển kinh tế - xã hội.* 2023/;

let errors: string[] = [];
test.beforeEach(({ page }) => {
  errors = watchForErrors(page);
});
test.afterEach(() => {
  expect(errors, 'script errors and policy violations').toEqual([]);
});

test('an officer sees how targets stand together, and replays and compares stored results', async ({
  page,
}) => {
  await signIn(page, 'lc.chuyenvien');
  await openPlan(page, PLAN_2023);

  await page.getByText('Tổng hợp · Kém nhất').click();
  await expect(page.getByRole('rowheader', { name: /Toàn tỉnh/ })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Cả kế hoạch' })).toBeVisible();
  await expect(page.getByText('Theo địa bàn')).toBeVisible();
  await looksRightEverywhere(page, 'roll-ups');

  for (const _ of ['one', 'another']) {
    await page.getByRole('button', { name: 'Lưu kết quả đánh giá' }).click();
    await expect(page.getByText('Đã lưu kết quả đánh giá.').first()).toBeVisible();
    await expect(page.getByText('Đã lưu kết quả đánh giá.')).toHaveCount(0);
  }
  await page.getByRole('link', { name: 'Kết quả đã lưu' }).click();
  await page
    .getByRole('link', { name: /^So sánh kết quả lưu lúc/ })
    .first()
    .click();
  await expect(page.getByText('Không chỉ tiêu nào đổi xếp loại hay cảnh báo')).toBeVisible();
  await looksRightEverywhere(page, 'compare-runs');

  await page.getByRole('link', { name: '← Về kết quả' }).click();
  await page.getByRole('link', { name: 'Chạy lại' }).click();
  await expect(page.getByText('đã lưu cùng kết quả')).toBeVisible();
  await expect(page.getByText(/^(\d+) trên \1 bản ghi giống hệt từng ký tự\.$/)).toBeVisible();
  await expect(page.getByText('Mọi bản ghi tính ra như đã lưu.')).toBeVisible();
  await looksRightEverywhere(page, 'replay');
});
