import type { Bilingual } from '../language.ts';

/** Why nothing was published, withdrawn or verified: a title, and what to do. */
export const PUBLICATION_PROBLEMS = {
  'cannot-publish': {
    title: { vi: 'Số liệu nhập còn lỗi', en: 'The entries have errors' },
    detail: {
      vi: 'Chưa công bố gì. Hãy dùng «Kiểm tra số liệu nhập» để xem các lỗi, sửa, tính lại rồi công bố.',
      en: 'Nothing was published. Use “Check entries” to see the errors, correct them, recompute, then publish.',
    },
  },
  'cannot-verify': {
    title: { vi: 'Số liệu nhập còn lỗi', en: 'The entries have errors' },
    detail: {
      vi: 'Không tính lại được nên chưa kiểm chứng được. Hãy dùng «Kiểm tra số liệu nhập» để xem các lỗi, sửa rồi thử lại.',
      en: 'The results cannot be computed again, so they cannot be verified. Use “Check entries”, correct the errors, then try again.',
    },
  },
  'results-out-of-date': {
    title: { vi: 'Kết quả không còn hiện hành', en: 'The results are out of date' },
    detail: {
      vi: 'Chưa công bố gì: các trang kết quả không khớp với số liệu đang nhập. Hãy chọn «Tính lại», xem kết quả rồi công bố.',
      en: 'Nothing was published: the result tabs are not those of the entries. Choose “Recompute”, look at the results, then publish.',
    },
  },
  'results-are-provisional': {
    title: { vi: 'Kết quả đang là tạm tính', en: 'The results are provisional' },
    detail: {
      vi: 'Chưa công bố gì. Hãy đặt Trạng thái kết quả là «Chính thức» rồi tính lại, hoặc đánh dấu «Công bố kết quả tạm tính»: mọi trang sẽ ghi rõ là tạm tính.',
      en: 'Nothing was published. Set the status of results to “Official” and recompute, or tick “Publish provisional results”: every tab will say that they are.',
    },
  },
  'not-publishable': {
    title: { vi: 'Có trang không được công bố', en: 'A tab may not be published' },
    detail: {
      vi: 'Chưa công bố gì. Chỉ các trang kết quả mới được công bố; xem mục «tabs».',
      en: 'Nothing was published. Only results may be; see “tabs”.',
    },
  },
  'words-not-public': {
    title: {
      vi: 'Tên hoặc lý do có nội dung không được công bố',
      en: 'The name or the reason may not be public',
    },
    detail: {
      vi: 'Bên công bố và lý do sẽ nằm trong nhật ký công khai: không ghi địa chỉ thư, đường liên kết, số điện thoại hay tên đầu mối của đơn vị. Hãy sửa rồi thử lại.',
      en: 'Who publishes and why will stand in the public log: no e-mail address, link, telephone number or contact of a unit. Reword them, then try again.',
    },
  },
  'no-results-file': {
    title: { vi: 'Chưa có tệp kết quả', en: 'There is no results file yet' },
    detail: {
      vi: 'Hãy công bố từ trình đơn PAR Index: trình đơn tạo tệp trong Drive của bạn rồi công bố vào đó.',
      en: 'Publish from the PAR Index menu: it makes the file in your Drive and publishes into it.',
    },
  },
  'results-file-unreachable': {
    title: { vi: 'Không mở được tệp kết quả', en: 'The results file cannot be opened' },
    detail: {
      vi: 'Tệp đã bị xóa, hoặc không còn được chia sẻ với tài khoản của hệ thống. Hãy khôi phục tệp từ Thùng rác hoặc chia sẻ lại với quyền Người chỉnh sửa, rồi thử lại.',
      en: 'It was deleted, or is no longer shared with the system’s account. Restore it from the bin, or share it again as Editor, then try again.',
    },
  },
  'not-a-results-file': {
    title: { vi: 'Tệp này không dùng để công bố được', en: 'This file cannot take the results' },
    detail: {
      vi: 'Chưa ghi gì vào tệp. Tệp kết quả phải do chính bạn tạo và còn trống, hoặc là tệp kết quả của đúng bảng tính này.',
      en: 'Nothing was written into it. A results file must be your own and empty, or the one of this very workbook.',
    },
  },
  'chain-broken': {
    title: { vi: 'Chuỗi công bố đã bị sửa', en: 'The chain of releases was changed' },
    detail: {
      vi: 'Trang «Cách kiểm tra» của tệp kết quả không còn như lúc công bố. Hãy mở Tệp ▸ Lịch sử phiên bản của tệp kết quả, khôi phục bản do hệ thống ghi, rồi thử lại.',
      en: 'The tab “How to check” of the results file is not as it was published. Open File ▸ Version history of the results file, restore the version that the system wrote, then try again.',
    },
  },
  'leaks-found': {
    title: { vi: 'Có nội dung không được công bố', en: 'There is something that must not be published' },
    detail: {
      vi: 'Không ai được mở xem. Hãy xử lý từng chỗ trong danh sách rồi làm lại từ bản nháp.',
      en: 'Nobody was let in. See to each place in the list, then begin again with a draft.',
    },
  },
  'draft-changed': {
    title: { vi: 'Bản nháp đã thay đổi', en: 'The draft has changed' },
    detail: {
      vi: 'Số liệu, lựa chọn hoặc lần công bố trước đã khác so với bản nháp bạn xem. Chưa công bố gì; hãy xem lại bản nháp mới.',
      en: 'Entries, choices or the last release are not as in the draft that you saw. Nothing was published; look at the new draft.',
    },
  },
  'publication-superseded': {
    title: { vi: 'Có người khác vừa công bố', en: 'Somebody else has just published' },
    detail: {
      vi: 'Một lần công bố hoặc tính lại khác vừa ghi trước. Hãy xem nhật ký công bố, rồi làm lại từ bản nháp nếu cần.',
      en: 'Another publication, or a recompute, wrote first. See the log of releases, then begin again with a draft if needed.',
    },
  },
  'withdrawn-meanwhile': {
    title: { vi: 'Đã được rút trong lúc công bố', en: 'It was withdrawn meanwhile' },
    detail: {
      vi: 'Có người rút công bố trong lúc đang mở; tệp kết quả đã đóng lại.',
      en: 'Somebody withdrew it while it was being opened; the results file is closed again.',
    },
  },
  'nothing-published': {
    title: { vi: 'Chưa công bố lần nào', en: 'Nothing was published yet' },
    detail: {
      vi: 'Bảng tính này chưa có kết quả nào được công bố.',
      en: 'No results of this workbook were published yet.',
    },
  },
  'not-these-results': {
    title: { vi: 'Tệp kết quả không phải của bảng tính này', en: 'The results file is not this workbook’s' },
    detail: {
      vi: 'Không có gì thay đổi. Tệp thuộc về một bảng tính khác, hoặc trang «Cách kiểm tra» của tệp đã bị sửa. Hãy mở đúng bảng tính nguồn, hoặc khôi phục tệp từ Tệp ▸ Lịch sử phiên bản, rồi thử lại.',
      en: 'Nothing was changed. The file belongs to another workbook, or its tab “How to check” was changed. Open the right control workbook, or restore the file from File ▸ Version history, then try again.',
    },
  },
  'closed-without-log': {
    title: { vi: 'Đã đóng, nhưng nhật ký đã bị sửa', en: 'Closed, but its log was changed' },
    detail: {
      vi: 'Không còn ai mở được tệp kết quả, nhưng chuỗi công bố trong tệp đã bị sửa nên chưa ghi được việc rút. Hãy khôi phục tệp từ Lịch sử phiên bản rồi rút lại lần nữa.',
      en: 'Nobody can open the results file any more, but the chain in it was changed, so the withdrawal is not noted yet. Restore the file from its version history, then withdraw once more.',
    },
  },
} as const satisfies Record<string, { readonly title: Bilingual; readonly detail: Bilingual }>;
