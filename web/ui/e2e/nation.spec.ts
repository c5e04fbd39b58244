import { expect, type Page, test } from '@playwright/test';
import { cell, openPart, rate, saveDraft } from './table';
import {
  looksRight,
  looksRightEverywhere,
  openPlan,
  openScreen,
  signIn,
  signOut,
  watchForErrors,
} from './visit';

const NAME = 'Quy tắc chung hành trình';
const ID = 'national-quy-tac-chung-hanh-trinh';
const PROVINCES = 'Quy tắc mở rộng hành trình';

let errors: string[] = [];
test.beforeEach(({ page }) => {
  errors = watchForErrors(page);
});
test.afterEach(() => {
  expect(errors, 'script errors and policy violations').toEqual([]);
});

/** A day to come in Vietnam, as it is read. */
function inDays(days: number): string {
  const then = new Date(Date.now() + days * 86_400_000);
  const [year, month, date] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
    .format(then)
    .split('-');
  return `${date}/${month}/${year}`;
}

async function openNationalDrafts(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Điều hướng chính' })
    .getByRole('link', { name: 'Quy tắc quốc gia' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quy tắc quốc gia' })).toBeVisible();
}

async function propose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Trình duyệt' }).click();
  await page.getByRole('button', { name: 'Trình duyệt' }).last().click();
  await expect(page.locator('.chip', { hasText: 'đã trình' })).toBeVisible();
}

/** The newest draft of the set is approved and released. @param from the first day, tomorrow if absent */
async function approveAndRelease(page: Page, reason: string, from?: string): Promise<void> {
  await openNationalDrafts(page);
  await page.getByRole('link', { name: ID }).first().click();
  await page.getByRole('button', { name: 'Phê duyệt' }).click();
  await page.getByRole('button', { name: 'Phê duyệt' }).last().click();
  await expect(page.locator('.chip', { hasText: 'đã duyệt' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Ban hành' }).click();
  const firstDay = page.getByLabel('Áp dụng từ');
  await expect(firstDay).toHaveValue(inDays(1));
  await page.getByLabel('Lý do').fill(reason);
  // Enter in the day sends the form.
  if (!from) {
    await firstDay.fill(inDays(0));
    await firstDay.press('Enter');
    await expect(page.getByText('Quá sớm', { exact: false })).toBeVisible();
    await looksRightEverywhere(page, 'nation-release');
  }
  await firstDay.fill(from ?? inDays(1));
  await firstDay.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Sẽ thay đổi ở các tỉnh' })).toBeVisible();
}

/** Asks again until something was found: the provinces are looked at in the background. */
async function refreshUntil(page: Page, found: ReturnType<Page['getByText']>): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: 'Làm mới kết quả tính trước' }).last().click();
    await expect(found.first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 90_000 });
}

test('the ministry writes a national set, and a second person lets it hold from tomorrow on', async ({
  page,
}) => {
  await signIn(page, 'bo.quytac');
  await openNationalDrafts(page);
  await looksRightEverywhere(page, 'nation-drafts-first');
  await page.getByRole('button', { name: 'Mở bản dự thảo' }).click();
  const opening = page.getByRole('dialog');
  await expect(opening.getByLabel('Mã bộ quy tắc')).toHaveValue('national-');
  await opening.getByLabel('Tên bộ quy tắc (tiếng Việt)').fill(NAME);
  await expect(opening.getByLabel('Mã bộ quy tắc')).toHaveValue(ID);
  await opening.getByLabel('Mã bộ quy tắc').fill('quy-tac');
  await expect(opening.getByText('phải bắt đầu bằng national-', { exact: false })).toBeVisible();
  await looksRightEverywhere(page, 'nation-open-draft');
  await opening.getByLabel('Mã bộ quy tắc').fill(ID);
  await opening.getByRole('button', { name: 'Mở bản dự thảo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(page.getByText('Kế hoạch là của các tỉnh', { exact: false })).toBeVisible();

  await rate(page, 2, 6, 'đạt');
  await saveDraft(page);
  await looksRightEverywhere(page, 'nation-editor');
  await openPart(page, 'Điểm và tổng hợp');
  await page.getByLabel('tốt hơn mà được ít điểm hơn').check();
  await looksRightEverywhere(page, 'nation-points');
  await saveDraft(page);
  await openPart(page, 'Quá trình');
  await page.getByLabel('Xem lần lưu').selectOption('1');
  await expect(page.getByRole('heading', { level: 3, name: 'So với lần lưu mới nhất' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Dòng · exceeded · Xếp mức' })).toBeVisible();
  await looksRightEverywhere(page, 'nation-history');
  await propose(page);
  await signOut(page);

  await signIn(page, 'bo.thamdinh');
  await approveAndRelease(page, 'Áp dụng thống nhất');
  await expect(page.getByText('Chưa có kết quả nào')).toBeVisible();
  await looksRightEverywhere(page, 'nation-release-nobody');
  await page.getByRole('link', { name: '← Về danh sách' }).click();
  await expect(page.getByRole('region', { name: 'Các lần ban hành' })).toContainText('Áp dụng thống nhất');
  await looksRightEverywhere(page, 'nation-drafts');
  await signOut(page);
});

test('a province adopts the set ahead of its day, and may extend it', async ({ page }) => {
  await signIn(page, 'lc.quytac');
  await openScreen(page, 'Bộ quy tắc', 'Thiết lập');
  const upcoming = page
    .getByRole('article')
    .filter({ has: page.getByRole('link', { name: `Xem bảng quyết định: ${NAME} 1` }) });
  await expect(upcoming.getByRole('heading', { level: 3, name: NAME })).toContainText('quốc gia');
  await looksRightEverywhere(page, 'rule-sets-upcoming');
  await upcoming.getByRole('button', { name: `Chọn bộ này: ${NAME} 1` }).click();
  const chooser = page.getByRole('dialog');
  await expect(chooser.getByLabel('Áp dụng từ')).toHaveValue(inDays(1));
  await expect(chooser.getByText('có hiệu lực lần đầu', { exact: false })).toBeVisible();
  await expect(chooser.getByLabel('Theo các lần ban hành của bộ này')).toBeChecked();
  await chooser.getByLabel('Lý do thay đổi').fill('Theo bộ chung');
  await looksRightEverywhere(page, 'rule-chooser-ahead');
  await chooser.getByRole('button', { name: 'Lưu lựa chọn' }).click();
  await expect(page.getByText('Đã lưu lựa chọn.', { exact: false })).toBeVisible();
  await expect(page.getByText(`từ ${inDays(1)}: ${NAME}`)).toBeVisible();
  await refreshUntil(page, page.getByRole('columnheader', { name: 'Xếp loại khác đi' }));
  await looksRightEverywhere(page, 'rule-sets-impacts');
  await page
    .getByRole('button', { name: /^Xem từng chỉ tiêu/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByText(/^\d+ trên \d+ chỉ tiêu thay đổi/)).toBeVisible();
  await looksRight(page, 'rule-impact-each');
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();

  await upcoming.getByRole('link', { name: /^Xem bảng quyết định/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(NAME) })).toBeVisible();
  await page.getByRole('link', { name: 'Mở rộng thành bộ của tỉnh' }).click();
  const opening = page.getByRole('dialog', { name: 'Mở bản dự thảo' });
  await opening.getByLabel('Tên bộ quy tắc (tiếng Việt)').fill(PROVINCES);
  await looksRightEverywhere(page, 'authoring-extend');
  await opening.getByRole('button', { name: 'Mở bản dự thảo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: PROVINCES })).toBeVisible();
  await rate(page, 6, 6, 'đạt');
  await saveDraft(page);
  await expect(page.getByText('đã có phiên bản', { exact: false })).toHaveCount(0);
  await signOut(page);
});

test('before a second version holds, the ministry and the province see what it changes', async ({ page }) => {
  await signIn(page, 'bo.quytac');
  await openNationalDrafts(page);
  await page
    .getByRole('region', { name: 'Các lần ban hành' })
    .getByRole('link', { name: ID })
    .first()
    .click();
  await page.getByRole('link', { name: 'Soạn phiên bản tiếp theo' }).click();
  const opening = page.getByRole('dialog', { name: 'Mở bản dự thảo' });
  await expect(opening.getByLabel('Mã bộ quy tắc')).toHaveValue(ID);
  await opening.getByRole('button', { name: 'Mở bản dự thảo' }).click();
  await rate(page, 6, 6, 'không đạt');
  await saveDraft(page);
  await propose(page);
  await signOut(page);

  await signIn(page, 'bo.thamdinh');
  await approveAndRelease(page, 'Siết mức xấp xỉ', inDays(9));
  const table = page.getByRole('region', { name: 'Sẽ thay đổi ở các tỉnh' });
  await refreshUntil(page, table.getByRole('row', { name: /^Lào Cai.*xấp xỉ đạt/ }));
  await looksRightEverywhere(page, 'nation-impacts');
  await page.getByRole('button', { name: /English/ }).click();
  await expect(
    page.getByRole('heading', { level: 2, name: 'What will change in the provinces' }),
  ).toBeVisible();
  await looksRight(page, 'nation-impacts-english');
  await page.getByRole('button', { name: /Tiếng Việt/ }).click();
  await signOut(page);

  await signIn(page, 'lc.xem');
  await openScreen(page, 'Bộ quy tắc', 'Thiết lập');
  await refreshUntil(page, page.getByRole('region', { name: new RegExp(`${NAME} 2`) }));
  await expect(page.getByRole('button', { name: /^(Xem từng chỉ tiêu|Ghim)/ })).toHaveCount(0);
  await looksRightEverywhere(page, 'rule-sets-reader');
  await signOut(page);
});

test('a draft that extends the set takes over what is new in it, and its author decides where both changed', async ({
  page,
}) => {
  await signIn(page, 'lc.quytac');
  await openScreen(page, 'Bộ quy tắc', 'Thiết lập');
  await page.getByRole('link', { name: 'Soạn bộ quy tắc riêng' }).click();
  await page.getByRole('region', { name: 'Các bản dự thảo' }).getByRole('link').first().click();
  const news = page.getByRole('region', { name: `Bộ gốc ${ID} đã có phiên bản 2.` });
  await news.getByRole('button', { name: 'Gộp vào bản soạn' }).click();
  await expect(news.getByRole('group', { name: 'Dòng · nearly-met · Xếp mức' })).toBeVisible();
  await looksRightEverywhere(page, 'authoring-newer-base');
  await news.getByLabel('Của bộ gốc mới: không đạt').check();
  await news.getByRole('button', { name: 'Đưa vào bản soạn' }).click();
  await expect(cell(page, 6, 6)).toHaveText('không đạt');
  await expect(news).toHaveCount(0);
  await saveDraft(page);
  await page.getByRole('button', { name: 'Thôi bản dự thảo' }).click();
  await page.getByRole('button', { name: 'Thôi bản dự thảo' }).last().click();
  await expect(page.locator('.chip', { hasText: 'đã thôi' })).toBeVisible();
  await signOut(page);
});

test('an explanation leads to the figure, the target and the threshold that it speaks of', async ({
  page,
}) => {
  await signIn(page, 'lc.xem');
  await openPlan(page, /Kế hoạch phát triển kinh tế - xã hội.* 2023/);
  await page
    .getByRole('link', { name: /^Vì sao xếp loại: Tốc độ tăng trưởng kinh tế/ })
    .first()
    .click();
  await looksRight(page, 'why');
  await page.getByRole('link', { name: 'Xem số liệu và các lần công bố của nó' }).click();
  await expect(page.getByText('số đã dùng khi xếp loại')).toBeVisible();
  await looksRight(page, 'why-figure');
  await page.goBack();
  await page.getByRole('link', { name: 'Xem chỉ tiêu và các lần điều chỉnh' }).click();
  await expect(page).toHaveURL(/\/targets\/[0-9a-f-]+(\?|$)/);
  await page.goBack();
  await page.getByRole('link', { name: 'Xem ngưỡng đánh giá' }).click();
  await expect(page.getByText('ngưỡng đã dùng khi xếp loại')).toBeVisible();
  await looksRightEverywhere(page, 'why-threshold');
});
