import type { Fact } from './facts';

interface Section {
  title: string;
  says: readonly string[];
}

interface Guide {
  title: string;
  intro: string;
  sections: readonly Section[];
  factsTitle: string;
  factsIntro: string;
  fact: string;
  word: string;
  means: string;
  /** what each fact asks */
  facts: Readonly<Record<Fact, string>>;
  /** when a fact says a word */
  words: Readonly<Record<Fact, Readonly<Record<string, string>>>>;
}

/** Prose for planners. It stands here and not among the words of the screens because only one screen ever loads it. */
export const guide: Readonly<Record<'vi' | 'en', Guide>> = {
  vi: {
    title: 'Hướng dẫn soạn quy tắc',
    intro:
      'Bộ quy tắc là một bảng. Mỗi dòng nói: khi chỉ tiêu ở tình trạng này thì xếp mức nào, nêu cờ cảnh báo nào và giải thích bằng câu nào. Không cần biết lập trình.',
    sections: [
      {
        title: 'Đọc bảng từ trên xuống',
        says: [
          'Mỗi cột là một dữ kiện, ví dụ “Giai đoạn” hay “Tiến độ”. Mỗi ô ghi một hoặc nhiều từ; “bất kỳ” nghĩa là dữ kiện ấy thế nào cũng được. Một dòng khớp khi mọi ô của nó đều khớp.',
          'Với cách chọn “dòng đầu tiên khớp quyết định”, hệ thống đọc từ trên xuống và dừng ở dòng khớp đầu tiên. Vì vậy hãy để trường hợp riêng ở trên, trường hợp chung ở dưới.',
          'Với cách chọn “mọi dòng khớp cùng nói”, tất cả các dòng khớp đều lên tiếng; mức xấu nhất được giữ và mọi cờ đều được nêu.',
        ],
      },
      {
        title: 'Không để trống trường hợp nào',
        says: [
          'Mỗi chỉ tiêu phải rơi vào ít nhất một dòng. Nếu còn trường hợp chưa dòng nào quyết định, nhận xét sẽ nêu đúng trường hợp đó và số trường hợp bỏ trống. Thêm một dòng cho nó, hoặc nới điều kiện của dòng đã có.',
          'Nhận xét cũng nêu dòng không bao giờ đến lượt, dòng thừa, cờ không bao giờ hết, và trường hợp kết quả tốt hơn mà lại ít điểm hơn. “Lỗi” phải sửa trước khi trình; “lưu ý” thì nên xem.',
        ],
      },
      {
        title: 'Câu giải thích',
        says: [
          'Mỗi dòng có một câu tiếng Việt và một câu tiếng Anh. Người xem chỉ tiêu đọc câu này khi hỏi “vì sao?”.',
          'Trong câu có thể để chỗ trống như {actual} hay {target}; hệ thống điền con số của từng chỉ tiêu. Hai câu phải có cùng những chỗ trống.',
        ],
      },
      {
        title: 'Cảnh báo, điểm và tổng hợp',
        says: [
          'Cảnh báo nêu một cờ khi các dữ kiện như đã chọn. Cảnh báo không bao giờ đổi xếp mức.',
          'Điểm theo xếp mức, hoặc theo phần trăm hoàn thành có thưởng, trần, phạt và sàn. Các chỉ tiêu được tổng hợp bằng bình quân có trọng số, lấy mức xấu nhất, đạt tất cả, hoặc xếp theo các mức do tỉnh đặt.',
        ],
      },
      {
        title: 'Thử trước khi trình',
        says: [
          'Trong khi gõ, khung “Thử trên số liệu thật” cho biết ngay chỉ tiêu nào của kế hoạch đã chọn sẽ đổi xếp loại so với bộ đang áp dụng, từ mức nào sang mức nào. Có thể chọn kế hoạch và ngày trước đây.',
          'Trường hợp thử ghi lại điều tỉnh mong đợi: cho các dữ kiện, ghi mức và cờ phải có. Mọi trường hợp thử phải đạt thì mới trình được, và chúng đi cùng bộ quy tắc khi soạn phiên bản sau.',
        ],
      },
      {
        title: 'Hai người, rồi mới ban hành',
        says: [
          'Người soạn lưu và trình. Một người khác, không soạn bản này, phê duyệt hoặc trả lại kèm điều cần sửa. Khi phê duyệt, hai bộ máy chấm độc lập phải cho cùng kết quả.',
          'Bản đã duyệt được ban hành từ một ngày, kèm lý do. Kế hoạch chọn “theo các lần ban hành” tự dùng phiên bản mới; kế hoạch chọn “giữ nguyên phiên bản” thì không đổi. Kết quả đã lưu không bao giờ đổi.',
          'Nếu phiên bản mới không tốt, hãy khôi phục một phiên bản cũ từ một ngày: đó là một lần ban hành nữa, lịch sử vẫn còn nguyên.',
        ],
      },
      {
        title: 'Bộ quy tắc quốc gia',
        says: [
          'Bộ của trung ương cũng soạn những bộ quy tắc mà mọi tỉnh đều thấy; mã của chúng bắt đầu bằng national-. Tỉnh có thể theo các lần ban hành của một bộ quốc gia, giữ nguyên một phiên bản, hoặc mở rộng nó thành bộ của tỉnh rồi thêm dòng của mình.',
          'Bản quốc gia mới có hiệu lực sớm nhất từ ngày hôm sau. Trước ngày đó, trang “Bộ quy tắc” cho biết từng kế hoạch sẽ có bao nhiêu chỉ tiêu đổi xếp loại. Khi bộ gốc có phiên bản mới, bản dự thảo mở rộng từ nó sẽ báo và gộp được các thay đổi ấy.',
        ],
      },
      {
        title: 'Dán từ bảng tính, lấy từ tệp',
        says: [
          'Chép các ô từ bảng tính rồi dán vào ô bắt đầu. Trong ô ghi từ tiếng Việt, tiếng Anh hoặc mã; nhiều từ cách nhau bằng dấu phẩy; “-” hoặc để trống là bất kỳ. Nếu có ô không hiểu, hệ thống nêu từng ô và không dán gì.',
          'Cũng có thể lấy cả bảng từ tệp xlsx hoặc DMN, hoặc cả bộ từ tệp JSON theo lược đồ /schemas/rule-set.schema.json. Công thức không được chạy.',
        ],
      },
    ],
    factsTitle: 'Các dữ kiện và các từ',
    factsIntro:
      'Hệ thống tính các dữ kiện này từ số liệu, chỉ tiêu và ngưỡng của tỉnh. Quy tắc chỉ hỏi các từ dưới đây, không tính lại con số.',
    fact: 'Dữ kiện',
    word: 'Từ',
    means: 'Nghĩa là',
    facts: {
      phase: 'Vào ngày đánh giá, kỳ của chỉ tiêu đang ở đâu?',
      evidence: 'Số liệu mới nhất dùng được bao quát đến đâu?',
      fulfilment: 'Con số có thỏa điều kiện của chỉ tiêu không?',
      'end-band': 'Tỷ lệ hoàn thành so với kế hoạch nằm ở mức nào của ngưỡng?',
      'pace-band': 'Phần đã làm so với mức cần đạt đến nay ra sao?',
      'forecast-band': 'Theo dự báo, khả năng đạt là bao nhiêu?',
      'reach-band': 'Phần còn lại của kỳ có bù được phần thiếu không?',
      age: 'Số liệu mới nhất đã cũ chưa?',
      change: 'Số liệu mới nhất có khác hẳn trước đây không?',
      agreement: 'Các cấp giao chỉ tiêu này có giao giống nhau không?',
    },
    words: {
      phase: {
        ahead: 'kỳ chưa đến',
        running: 'kỳ đã bắt đầu và chưa hết',
        ended: 'kỳ đã hết',
      },
      evidence: {
        none: 'chưa có số liệu nào trong kỳ',
        partial: 'có số liệu một phần kỳ, cho biết đã đi đến đâu',
        incomparable: 'có số liệu nhưng không nói được gì về cả kỳ, như tốc độ tăng của một quý',
        full: 'có số liệu của cả kỳ',
      },
      fulfilment: {
        met: 'con số thỏa điều kiện',
        'not-met': 'con số chưa thỏa điều kiện',
        undecided: 'có số liệu nhưng không so được với chỉ tiêu',
      },
      'end-band': {
        exceeded: 'từ ngưỡng “vượt” trở lên',
        full: 'từ 100 % đến dưới ngưỡng “vượt”',
        nearly: 'từ ngưỡng “xấp xỉ đạt” đến dưới 100 %',
        below: 'dưới ngưỡng “xấp xỉ đạt”',
        'no-ratio': 'chỉ tiêu không tính được tỷ lệ: xếp hạng, điều kiện, mức bằng không',
      },
      'pace-band': {
        'on-track': 'từ ngưỡng “đúng tiến độ” trở lên',
        behind: 'dưới ngưỡng “đúng tiến độ”, từ ngưỡng “chậm” trở lên',
        'at-risk': 'dưới ngưỡng “chậm”',
        'no-pace': 'không có mốc nào cho phần kỳ này',
      },
      'forecast-band': {
        likely: 'xác suất đạt từ ngưỡng “nhiều khả năng” trở lên',
        open: 'ở giữa hai ngưỡng',
        unlikely: 'xác suất đạt dưới ngưỡng “khó đạt”',
        'no-forecast': 'không dự báo được, thường vì quá ít số liệu',
      },
      'reach-band': {
        within: 'còn trong khả năng',
        beyond: 'mỗi phần còn lại phải hơn mức tốt nhất từng có',
        lost: 'dù phần còn lại ra sao cũng không kịp',
        'no-reach': 'chỉ tiêu không cộng dồn, hoặc chưa đủ căn cứ',
      },
      age: {
        fresh: 'chưa quá số kỳ cho phép',
        stale: 'đã quá số kỳ cho phép mà không có số mới',
        'no-figure': 'chưa từng có số liệu',
      },
      change: {
        usual: 'trong mức thường thấy',
        jump: 'xa mức thường thấy, cần kiểm tra lại',
      },
      agreement: {
        agreed: 'giống nhau, hoặc chỉ một cấp giao',
        different: 'khác nhau, nhưng một con số vẫn đạt được cả hai',
        contradicted: 'không con số nào đạt được cả hai',
      },
    },
  },
  en: {
    title: 'How to write rules',
    intro:
      'A rule set is a table. Each row says: when a target is like this, this is its rating, these flags are raised, and this sentence explains it. No programming is needed.',
    sections: [
      {
        title: 'The table is read from top to bottom',
        says: [
          'Each column is a fact, such as “Phase” or “Pace”. A cell has one word or several; “any” means that the fact may say anything. A row matches when all of its cells do.',
          'With “the first row that matches decides” the reading stops at the first one. So put special cases above and common ones below.',
          'With “all rows that match speak” every one of them does; the worst rating holds and all flags are raised.',
        ],
      },
      {
        title: 'Leave no gap',
        says: [
          'Every target must fall into a row. If some combination is decided by none, a remark names it and says how many there are. Add a row for it, or widen the conditions of another.',
          'Remarks also name rows whose turn never comes, rows that change nothing, flags that never clear, and better results that score less. Errors must be mended before the draft is proposed; notes are worth reading.',
        ],
      },
      {
        title: 'Sentences',
        says: [
          'Each row has one sentence in Vietnamese and one in English. Readers see it when they ask why a target is rated so.',
          'A sentence may leave blanks such as {actual} or {target}, which are filled with each target’s figures. Both languages leave the same blanks.',
        ],
      },
      {
        title: 'Alerts, points and roll-up',
        says: [
          'An alert raises a flag when facts are as chosen. It never changes a rating.',
          'Points follow the rating, or the per cent attained with bonus, cap, penalty and floor. Targets are put together by their weighted mean, by the worst of them, by whether all are met, or by grades of your own.',
        ],
      },
      {
        title: 'Try before you propose',
        says: [
          'While you type, “Tried on real figures” says which targets of the plan chosen would be rated otherwise than by the rules in force, from what to what. Earlier plans and days can be chosen.',
          'Test cases keep what the province expects: given facts, the rating and flags there must be. All must pass before a draft is proposed, and they go along to the next version.',
        ],
      },
      {
        title: 'Two persons, then a release',
        says: [
          'An author saves and proposes. Somebody else, who wrote nothing of it, approves it or returns it with what is to be changed. On approval two engines must independently agree.',
          'An approved draft is released from a day on, with a reason. Plans that follow the releases use the new version by themselves; plans that keep a version do not change. Stored results never change.',
          'If the new version was no good, roll back to an earlier one from a day on: that is one release more, and history stays as it is.',
        ],
      },
      {
        title: 'National rule sets',
        says: [
          'The ministry writes rule sets too, which every province sees; their ids begin with national-. A province may follow the releases of one, keep one version of it, or extend it to a set of its own and add its own rows.',
          'A new national version holds from the next day at the earliest. Before that, the page of rule sets says of each plan how many targets would be rated otherwise. When a base has a new version, a draft that extends it says so and takes its changes over.',
        ],
      },
      {
        title: 'Paste from a spreadsheet, take from a file',
        says: [
          'Copy cells from a spreadsheet and paste them into the cell where they begin. Cells hold Vietnamese or English words or codes, several with commas between them; “-” or nothing is any. If a cell is not understood it is named, and nothing is pasted.',
          'A whole table can be taken from an xlsx or DMN file too, or the whole set from a JSON file by the schema /schemas/rule-set.schema.json. Formulas are not run.',
        ],
      },
    ],
    factsTitle: 'The facts and their words',
    factsIntro:
      'These facts are computed from the province’s figures, targets and thresholds. Rules ask for the words below and compute nothing anew.',
    fact: 'Fact',
    word: 'Word',
    means: 'Means',
    facts: {
      phase: 'Where does the target’s period stand on the day?',
      evidence: 'How much of the period does the newest usable figure cover?',
      fulfilment: 'Does the figure fulfil what the target asks?',
      'end-band': 'In which band of the thresholds is the completion rate?',
      'pace-band': 'How does what is done compare with what is expected by now?',
      'forecast-band': 'How likely is it to be met, by the forecast?',
      'reach-band': 'Can the rest of the period still bring what is missing?',
      age: 'Is the newest figure old?',
      change: 'Is the newest figure far from what there was before?',
      agreement: 'Do the authorities that set this target ask the same?',
    },
    words: {
      phase: {
        ahead: 'the period has not begun',
        running: 'the period has begun and has not ended',
        ended: 'the period is over',
      },
      evidence: {
        none: 'there is no figure of the period',
        partial: 'there are figures of a part that say how far it is',
        incomparable: 'there is a figure, but it says nothing of the whole, like one quarter’s growth',
        full: 'there is a figure of the whole period',
      },
      fulfilment: {
        met: 'the figure does',
        'not-met': 'the figure does not',
        undecided: 'there is a figure that cannot be compared',
      },
      'end-band': {
        exceeded: 'at or above the threshold of “exceeded”',
        full: 'from 100% to below the threshold of “exceeded”',
        nearly: 'from the threshold of “nearly met” to below 100%',
        below: 'below the threshold of “nearly met”',
        'no-ratio': 'there is no rate: a rank, a condition, a target of zero',
      },
      'pace-band': {
        'on-track': 'at or above the threshold of “on track”',
        behind: 'below “on track”, at or above “behind”',
        'at-risk': 'below “behind”',
        'no-pace': 'nothing is expected of this part of the period',
      },
      'forecast-band': {
        likely: 'the probability is at or above “likely”',
        open: 'between the two thresholds',
        unlikely: 'the probability is below “unlikely”',
        'no-forecast': 'nothing can be forecast, mostly for want of figures',
      },
      'reach-band': {
        within: 'it still can',
        beyond: 'each part left would have to be better than the best there was',
        lost: 'it cannot, whatever the rest brings',
        'no-reach': 'figures do not add up, or too little is known',
      },
      age: {
        fresh: 'no more periods have gone by than allowed',
        stale: 'more have gone by without a new figure',
        'no-figure': 'there never was one',
      },
      change: {
        usual: 'as much as usual',
        jump: 'far more than usual; check it',
      },
      agreement: {
        agreed: 'they do, or only one asks anything',
        different: 'they do not, but one figure can meet both',
        contradicted: 'no figure can meet both',
      },
    },
  },
};
