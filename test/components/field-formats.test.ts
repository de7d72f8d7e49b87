import { expect } from 'chai';
import { linkTarget, readDate, readUrl } from '../../components/field-formats.ts';

const dates: readonly (readonly [string, string | null])[] = [
  ['2026', '2026'], ['2026-03', '2026-03'], ['2026-03-14', '2026-03-14'], ['2026-3-4', '2026-03-04'], ['2026.12.31', '2026-12-31'],
  ['2024-02-29', '2024-02-29'], ['March 2026', '2026-03'], ['14 March 2026', '2026-03-14'], ['Mar 14, 2026', '2026-03-14'], ['14. Sept. 2026', '2026-09-14'],
  ['2026-03-14T10:00:00+01:00', '2026-03-14T10:00:00+01:00'],
  ['2026-13', null], ['2026-02-30', null], ['2025-02-29', null], ['2026-00-10', null], ['2026-03-00', null], ['3/4/2026', null], ['14.3.2026', null],
  ['spring 2026', null], ['26', null], ['2026-03-14T99:00', null],
];

describe('readDate', () => {
  for (const [written, date] of dates) it(`reads ${written} as ${date}`, () => expect(readDate(written)).to.equal(date));
});

const urls: readonly (readonly [string, string | null])[] = [
  ['https://example.com/a?b#c', 'https://example.com/a?b#c'], ['http://localhost:8000/', 'http://localhost:8000/'], ['HTTPS://EXAMPLE.COM', 'HTTPS://EXAMPLE.COM'],
  ['example.com', 'https://example.com'], ['www.example.co.uk/x', 'https://www.example.co.uk/x'], ['müller.de/über', 'https://müller.de/über'],
  ['javascript:alert(1)', null], ['JaVaScRiPt:alert(1)', null], ['data:text/html,x', null], ['file:///etc/passwd', null], ['ftp://example.com', null],
  ['https://', null], ['https:// example.com', null], ['not an address', null], ['Reuters', null], ['//example.com', null],
];

describe('readUrl', () => {
  for (const [written, url] of urls) it(`reads ${written} as ${url}`, () => expect(readUrl(written)).to.equal(url));

  it('gives what a link may lead to', () => {
    for (const [, url] of urls) if (url !== null) expect(linkTarget(url)).to.equal(url);
  });
});
