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

const NAME = 'Quy tắc hành trình kiểm thử';
const ID = 'quy-tac-hanh-trinh-kiem-thu';

let errors: string[] = [];
test.beforeEach(({ page }) => {
  errors = watchForErrors(page);
});
test.afterEach(() => {
  expect(errors, 'script errors and policy violations').toEqual([]);
});

async function openDrafts(page: Page): Promise<void> {
  await openScreen(page, 'Bộ quy tắc', 'Thiết lập');
  await page.getByRole('link', { name: 'Soạn bộ quy tắc riêng' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Soạn quy tắc' })).toBeVisible();
}

/** Somebody else approves the newest draft of the set and releases it. */
async function approveAndRelease(page: Page, reason: string): Promise<void> {
  await signIn(page, 'lc.quantri');
  await openDrafts(page);
  await page.getByRole('link', { name: ID }).first().click();
  await page.getByRole('button', { name: 'Phê duyệt' }).click();
  await page.getByRole('button', { name: 'Phê duyệt' }).last().click();
  await expect(page.getByText('đã duyệt', { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Ban hành' }).click();
  await page.getByLabel('Lý do').fill(reason);
  await page.getByRole('button', { name: 'Ban hành' }).last().click();
  await expect(page.getByText('đã ban hành', { exact: true })).toBeVisible();
}

test('a planner writes a row, sees what it changes and proposes it; somebody else approves and releases it', async ({
  page,
}) => {
  await signIn(page, 'lc.quytac');
  await openDrafts(page);
  await looksRightEverywhere(page, 'authoring-list');

  await page.getByRole('button', { name: 'Mở bản dự thảo' }).click();
  const opening = page.getByRole('dialog');
  await opening.getByLabel('Tên bộ quy tắc (tiếng Việt)').fill(NAME);
  await expect(opening.getByLabel('Mã bộ quy tắc')).toHaveValue(ID);
  await opening.getByRole('button', { name: 'Mở bản dự thảo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(page.getByText(/^0 trên \d+ chỉ tiêu thay đổi/)).toBeVisible();

  // A row by keys alone: every target on the way that has figures is at risk.
  await cell(page, 1, 1).click();
  await page.keyboard.press('Insert');
  await expect(cell(page, 2, 1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Dòng 2 · Giai đoạn' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(cell(page, 2, 1)).toHaveText('đang diễn ra');
  await expect(cell(page, 2, 1)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(cell(page, 2, 2)).toHaveText('một phần kỳ');

  // The rest by the mouse.
  await cell(page, 2, 6).click();
  await cell(page, 2, 6).click();
  await page.getByRole('dialog').getByText('có nguy cơ không đạt').click();
  await page.getByRole('button', { name: 'Xong' }).click();
  await expect(page.getByText(/✕ Lỗi/).first()).toBeVisible();
  await cell(page, 2, 8).click();
  await cell(page, 2, 8).click();
  await page.getByLabel('Câu tiếng Việt').fill('Mới có một phần số liệu: ');
  await page.getByText('Chỗ trống, bấm để chèn').click();
  await page.getByRole('button', { name: '{actual}' }).click();
  await expect(page.getByLabel('Câu tiếng Việt')).toHaveValue('Mới có một phần số liệu: {actual}');
  await page.getByLabel('Câu tiếng Anh').fill('Only a part of the figures: {actual}');
  await page.getByRole('button', { name: 'Xong' }).click();
  await expect(page.getByText(/^0 lỗi phải sửa/)).toBeVisible();
  await expect(page.getByText(/^[1-9]\d* trên \d+ chỉ tiêu thay đổi/)).toBeVisible();
  await page.getByLabel('Xếp nhóm').selectOption('unit');
  await looksRightEverywhere(page, 'authoring-table');

  // Undone and done again; pasted words, and what is not understood.
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByRole('button', { name: 'Làm lại' }).click();
  await cell(page, 2, 1).click();
  const pasting = (text: string) =>
    cell(page, 2, 1).evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, text);
  await pasting('đang diễn ra\tmột nửa kỳ');
  await expect(page.getByText('Chưa dán gì', { exact: false })).toBeVisible();
  await pasting('under way\tpartial');
  await expect(page.getByText('Chưa dán gì', { exact: false })).toHaveCount(0);

  await openPart(page, 'Trường hợp thử');
  await page.getByRole('button', { name: 'Thêm trường hợp' }).click();
  await page.getByLabel('Tên trường hợp (tiếng Việt)').fill('Đang làm thì có nguy cơ');
  await page.getByLabel('Xếp mức').selectOption('at-risk');
  await expect(page.getByText('1 trên 1 trường hợp đạt.')).toBeVisible();
  await saveDraft(page);
  await looksRightEverywhere(page, 'authoring-cases');

  for (const [part, name] of [
    ['Cảnh báo', 'alerts'],
    ['Điểm và tổng hợp', 'points'],
    ['Giới thiệu', 'about'],
  ] as const) {
    await openPart(page, part);
    await expect(page.getByText(/0 lỗi phải sửa/)).toBeVisible();
    await looksRightEverywhere(page, `authoring-${name}`);
  }
  await openPart(page, 'So sánh');
  await expect(page.getByRole('rowheader', { name: /^Dòng · row-[^·]+$/ })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /^Dòng · row-.* · Giai đoạn$/ })).toBeVisible();
  await looksRightEverywhere(page, 'authoring-compare');
  await openPart(page, 'DRL');
  await page.getByRole('button', { name: /^Về dòng row-/ }).hover();
  await looksRightEverywhere(page, 'authoring-drl');
  await page.getByRole('button', { name: /^Về dòng row-/ }).click();
  await expect(cell(page, 2, 1)).toBeFocused();

  await page.getByRole('button', { name: /English/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(cell(page, 2, 1)).toHaveText('under way');
  await looksRightEverywhere(page, 'authoring-table-english');
  await page.getByRole('link', { name: 'How to write rules' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'How to write rules' })).toBeVisible();
  await looksRightEverywhere(page, 'authoring-guide-english');
  await page.getByRole('button', { name: /Tiếng Việt/ }).click();
  await looksRightEverywhere(page, 'authoring-guide');
  await page.goBack();

  await page.getByRole('button', { name: 'Trình duyệt' }).click();
  await page.getByLabel('Ghi chú').fill('Đề nghị xem xét');
  await page.getByRole('button', { name: 'Trình duyệt' }).last().click();
  await expect(page.getByText('đã trình', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Phê duyệt' })).toBeDisabled();
  await expect(page.getByText('Bạn đã soạn hoặc trình bản này', { exact: false })).toBeVisible();
  await looksRightEverywhere(page, 'authoring-proposed');
  await signOut(page);

  await approveAndRelease(page, 'Hành trình kiểm thử');
  await openPart(page, 'Quá trình');
  await expect(page.getByRole('rowheader', { name: 'đã ban hành' })).toBeVisible();
  await looksRightEverywhere(page, 'authoring-history');
  await page.getByRole('link', { name: '← Về danh sách' }).click();
  await expect(page.getByRole('region', { name: 'Các lần ban hành' })).toContainText('Hành trình kiểm thử');
  await looksRightEverywhere(page, 'authoring-released');
  await signOut(page);
});

test('two authors of one draft lose nothing', async ({ page, browser }) => {
  await signIn(page, 'lc.quytac');
  await openDrafts(page);
  await page.getByRole('button', { name: 'Mở bản dự thảo' }).click();
  await page.getByLabel('Tên bộ quy tắc (tiếng Việt)').fill('Hai người cùng soạn');
  await page.getByRole('dialog').getByRole('button', { name: 'Mở bản dự thảo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hai người cùng soạn' })).toBeVisible();

  const other = await (await browser.newContext({ viewport: { width: 1440, height: 1000 } })).newPage();
  await signIn(other, 'lc.quytac');
  await other.goto(new URL(page.url()).pathname);
  await rate(other, 2, 6, 'đạt');
  await saveDraft(other);
  await rate(page, 2, 6, 'xấp xỉ đạt');
  await page.getByRole('button', { name: 'Lưu bản dự thảo' }).click();
  await expect(page.getByText('Người khác vừa lưu bản dự thảo này')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Dòng · exceeded · Xếp mức' })).toBeVisible();
  await looksRightEverywhere(page, 'authoring-torn');
  await page.getByLabel('Của người kia: đạt').check();
  await page.getByRole('button', { name: 'Lưu bản đã ghép' }).click();
  await expect(page.getByText('Mọi thay đổi đã lưu')).toBeVisible();
  await expect(cell(page, 2, 6)).toHaveText('đạt');
  await other.context().close();
  await page.getByRole('button', { name: 'Thôi bản dự thảo' }).click();
  await page.getByRole('button', { name: 'Thôi bản dự thảo' }).last().click();
  await expect(page.getByText('đã thôi', { exact: true })).toBeVisible();
  await signOut(page);
});

/** Two rows, as another tool writes them. */
const dmn = (first: string) => `<?xml version="1.0"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision><decisionTable hitPolicy="FIRST">
<input><inputExpression><text>phase</text></inputExpression></input><output name="rule"/><output name="rating"/>
<rule><inputEntry><text>${first}</text></inputEntry><outputEntry><text>"one"</text></outputEntry>
<outputEntry><text>"insufficient-data"</text></outputEntry></rule>
<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"two"</text></outputEntry>
<outputEntry><text>"met"</text></outputEntry></rule></decisionTable></decision></definitions>`;

test('a table comes from a file, points and grades from forms, and nothing typed is left unsaid', async ({
  page,
}) => {
  await signIn(page, 'lc.quytac');
  await openDrafts(page);
  await page.getByRole('button', { name: 'Mở bản dự thảo' }).click();
  await page.getByLabel('Tên bộ quy tắc (tiếng Việt)').fill('Lấy bảng từ tệp');
  await page.getByRole('dialog').getByRole('button', { name: 'Mở bản dự thảo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lấy bảng từ tệp' })).toBeVisible();
  const take = (name: string, text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(text) });
  await take('la.dmn', dmn('foo(1)'));
  await expect(page.getByText('Chưa lấy được gì từ la.dmn')).toBeVisible();
  await looksRightEverywhere(page, 'authoring-import-refused');
  await take('tot.dmn', dmn('"ahead"'));
  await expect(page.getByText('Đọc được từ tot.dmn')).toBeVisible();
  await looksRightEverywhere(page, 'authoring-import');
  await page.getByRole('button', { name: 'Dùng bảng này' }).click();
  await expect(page.getByText(/✕ Lỗi/).first()).toBeVisible();

  await openPart(page, 'Điểm và tổng hợp');
  await page.getByText('theo phần trăm hoàn thành').click();
  await page.getByLabel('Phạt khi hoàn thành dưới (%)').fill('70,5');
  await page.getByText('xếp loại theo mức').click();
  await looksRightEverywhere(page, 'authoring-grades');
  await page.getByRole('link', { name: '← Về danh sách' }).click();
  await page.getByRole('button', { name: 'Ở lại' }).click();
  await expect(page.getByLabel('Phạt khi hoàn thành dưới (%)')).toHaveValue('70,5');
  await expect(page.getByRole('button', { name: 'Thôi bản dự thảo' })).toBeDisabled();
  await saveDraft(page);
  await page.getByRole('button', { name: 'Thôi bản dự thảo' }).click();
  await page.getByRole('button', { name: 'Thôi bản dự thảo' }).last().click();
  await expect(page.getByText('đã thôi', { exact: true })).toBeVisible();
});

test('what was released may be chosen, followed and rolled back, and an explanation leads to its row', async ({
  page,
}) => {
  await signIn(page, 'lc.quytac');
  await openPlan(page, /Kế hoạch phát triển kinh tế - xã hội.* 2023/);
  await page.getByRole('link', { name: /sao/i }).first().click();
  await page
    .getByRole('link', { name: /^Xem dòng quy tắc/ })
    .first()
    .click();
  await expect(page.getByText('Dòng đang được chỉ tới', { exact: false })).toBeVisible();
  await looksRightEverywhere(page, 'rule-model');

  await openScreen(page, 'Bộ quy tắc', 'Thiết lập');
  await page.getByRole('button', { name: /^Chọn bộ quy tắc: Chung/ }).click();
  const chooser = page.getByRole('dialog');
  await chooser.getByRole('combobox', { name: 'Bộ quy tắc' }).click();
  await page.getByTitle(`${NAME} (của tỉnh)`).click();
  await expect(chooser.getByText('Theo các lần ban hành của bộ này')).toBeVisible();
  await chooser.getByRole('button', { name: /chỉ tiêu nào thay đổi/ }).click();
  await expect(chooser.getByText(/^[1-9]\d* trên \d+ chỉ tiêu/)).toBeVisible();
  await looksRight(page, 'rule-chooser-own');
  await chooser.getByRole('button', { name: 'Đóng' }).click();

  // There is nothing to go back to before a second version.
  await page.getByRole('link', { name: 'Soạn bộ quy tắc riêng' }).click();
  const again = page.getByRole('button', {
    name: new RegExp(`^Khôi phục ${ID}, phiên bản 1 thay cho phiên bản`),
  });
  await expect(page.getByRole('region', { name: 'Các lần ban hành' })).toContainText('Hành trình kiểm thử');
  await expect(again).toHaveCount(0);
  await page.getByRole('button', { name: 'Mở bản dự thảo' }).click();
  const opening = page.getByRole('dialog');
  await opening.getByRole('combobox', { name: 'Bắt đầu từ bộ' }).click();
  await page.getByTitle(`${NAME} (của tỉnh)`).click();
  await expect(opening.getByLabel('Mã bộ quy tắc')).toHaveValue(ID);
  await opening.getByRole('button', { name: 'Mở bản dự thảo' }).click();
  await rate(page, 2, 6, 'chậm tiến độ');
  await openPart(page, 'Trường hợp thử');
  const grade = page.getByLabel('Xếp mức');
  if (!(await grade.isVisible())) await page.getByText('Đang làm thì có nguy cơ').click();
  await grade.selectOption('behind');
  await expect(page.getByText('1 trên 1 trường hợp đạt.')).toBeVisible();
  await saveDraft(page);
  await page.getByRole('button', { name: 'Trình duyệt' }).click();
  await page.getByRole('button', { name: 'Trình duyệt' }).last().click();
  await expect(page.getByText('đã trình', { exact: true })).toBeVisible();
  await signOut(page);
  await approveAndRelease(page, 'Bản thứ hai');
  await signOut(page);

  await signIn(page, 'lc.quytac');
  await openDrafts(page);
  await again.click();
  await page.getByLabel('Lý do').fill('Thử khôi phục');
  await looksRight(page, 'authoring-roll-back');
  await page.getByRole('dialog').getByRole('button', { name: 'Khôi phục' }).click();
  await expect(page.getByText('Đã khôi phục: ', { exact: false })).toBeVisible();
});
