import { expect, type Page, test } from '@playwright/test';
import { looksRightEverywhere, passKeycloak, signIn, signOut, watchForErrors } from './visit';

const INDUSTRY = 'Giá trị sản xuất công nghiệp';
const INCOME = 'GRDP bình quân đầu người';
const TASK = 'Đôn đốc các dự án công nghiệp chậm tiến độ';

let errors: string[] = [];
test.beforeEach(({ page }) => {
  errors = watchForErrors(page);
});
test.afterEach(() => {
  expect(errors, 'script errors and policy violations').toEqual([]);
});

async function openCases(page: Page) {
  await page.getByRole('link', { name: 'Vụ việc theo dõi', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Vụ việc theo dõi' })).toBeVisible();
  await expect(page.getByText('Đang tải…')).toHaveCount(0);
}

async function openCase(page: Page, name: string) {
  await openCases(page);
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Đang tải…')).toHaveCount(0);
}

async function choose(page: Page, label: string, option: string) {
  await page.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: option }).click();
}

test('the cases of Lào Cai show what is wrong and how far people are', async ({ page }) => {
  await signIn(page, 'lc.xem');
  await openCases(page);
  const industry = page.getByRole('row').filter({ hasText: INDUSTRY });
  await expect(industry).toContainText('chậm so với tiến độ dự kiến');
  await expect(industry).toContainText('mức cao');
  await expect(industry).toContainText('đã giải trình');
  await expect(page.getByRole('row').filter({ hasText: INCOME })).toContainText('đã thống nhất giải pháp');
  await expect(page.getByRole('row').filter({ hasText: 'mới mở' }).first()).toBeVisible();
  await looksRightEverywhere(page, 'cases');
  await openCase(page, INDUSTRY);
  await expect(page.getByText('68,82', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Quyết định của người duyệt' })).toHaveCount(0);
  await looksRightEverywhere(page, 'case-read');
});

test('an approver returns an explanation, the unit answers, a task is agreed and reported', async ({
  page,
}) => {
  await signIn(page, 'lc.duyet');
  await openCase(page, INDUSTRY);
  await choose(page, 'Bước tiếp theo', 'trả lại giải trình');
  await page.getByLabel('Hạn giải trình', { exact: true }).fill('01/01/2030');
  await page.getByLabel('Hạn giải trình', { exact: true }).press('Enter');
  await page.getByLabel('Ý kiến, lý do', { exact: true }).fill('Đề nghị nêu rõ từng dự án');
  await looksRightEverywhere(page, 'case-decide');
  await page.getByRole('button', { name: 'Thực hiện bước này', exact: true }).click();
  await expect(page.getByText('chờ giải trình', { exact: true })).toBeVisible();
  await signOut(page);

  await passKeycloak(page, 'lc.chuyenvien');
  await openCase(page, INDUSTRY);
  await page
    .getByLabel('Nguyên nhân và hướng xử lý', { exact: true })
    .fill('Hai dự án lớn chậm bàn giao mặt bằng');
  await page.getByLabel('Tài liệu minh chứng', { exact: true }).fill('Báo cáo số 12/BC-SKHĐT');
  await looksRightEverywhere(page, 'case-explain');
  await page.getByRole('button', { name: 'Gửi giải trình', exact: true }).click();
  await expect(page.getByText('Báo cáo số 12/BC-SKHĐT', { exact: false })).toBeVisible();
  await signOut(page);

  await passKeycloak(page, 'lc.duyet');
  await openCase(page, INDUSTRY);
  await page.getByLabel('Tên nhiệm vụ', { exact: true }).fill(TASK);
  await page.getByLabel('Hạn', { exact: true }).fill('31/12/2029');
  await page.getByLabel('Hạn', { exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Giao nhiệm vụ', exact: true }).click();
  await expect(page.getByRole('link', { name: TASK, exact: true })).toBeVisible();
  await expect(page.getByText('đã thống nhất giải pháp', { exact: true })).toBeVisible();
  await looksRightEverywhere(page, 'case-agreed');
  await signOut(page);

  await passKeycloak(page, 'lc.chuyenvien');
  await page.getByRole('link', { name: 'Nhiệm vụ, giải pháp', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhiệm vụ, giải pháp' })).toBeVisible();
  await expect(page.getByText('quá hạn', { exact: false }).first()).toBeVisible();
  await looksRightEverywhere(page, 'tasks');
  await page.getByRole('link', { name: TASK, exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Tiến độ (%)', { exact: true }).fill('30');
  await sheet
    .getByLabel('Đã làm được gì, vướng mắc gì', { exact: true })
    .fill('Đã làm việc với hai chủ đầu tư');
  await looksRightEverywhere(page, 'task');
  await sheet.getByRole('button', { name: 'Gửi tiến độ', exact: true }).click();
  await expect(sheet.getByText('Đã làm việc với hai chủ đầu tư')).toBeVisible();
});
