import { describe, expect, it } from 'vitest';
import { isDay, valueProblem } from '../../../shared/domain/attribute.ts';
import { doubtfulTexts, namesIdentifiers } from '../../../shared/import/survey/column-roles.ts';
import { guessScales, guessShape } from '../../../shared/import/survey/guess-shape.ts';

describe('the type of a column', () => {
  it.each([
    [['1', '20', '-3'], 'integer'],
    [['1.5', '2'], 'decimal'],
    [['007', '012'], 'text'],
    [['110105199001011234', '110105199001011235'], 'text'],
    [['123456789012345', '1'], 'integer'],
    [['2024-02-29', '2023-12-31'], 'date'],
    [['2023-02-29'], 'text'],
    [['yes', 'No'], 'boolean'],
    [['是', '否'], 'boolean'],
    [['face to face', 'video'], 'text'],
    [[], 'text'],
  ])('%j is %s', (cells, type) => {
    expect(guessShape(cells).type).toBe(type);
  });

  it('orders number ranges and keeps them as they are written', () => {
    expect(guessShape(['60+', '18-29', 'no answer', '30-44', '45-59'])).toMatchObject({
      type: 'ordered',
      categories: ['18-29', '30-44', '45-59', '60+', 'no answer'],
    });
    expect(guessShape(['>=20000', '3000-5999', '<3000', '6000-9999']).categories).toEqual([
      '<3000',
      '3000-5999',
      '6000-9999',
      '>=20000',
    ]);
  });
});

/** Columns as surveys have them, with what they are to be taken for; of an order the categories. */
const columns: readonly (readonly [string, readonly string[], string, (readonly string[])?])[] = [
  ['age', ['34', '41', '67'], 'integer'],
  ['age with a unit', ['34 years', '41 years'], 'text'],
  ['age groups', ['30-44', '18-29', '60+'], 'ordered', ['18-29', '30-44', '60+']],
  ['age groups in words', ['65 and over', 'under 18', '18 to 64'], 'ordered', ['under 18', '18 to 64', '65 and over']],
  ['年龄段', ['30-59岁', '60岁以上', '18岁以下', '18-29岁'], 'ordered', ['18岁以下', '18-29岁', '30-59岁', '60岁以上']],
  ['年代', ['20歳未満', '20～39歳', '40歳以上', '無回答'], 'ordered', ['20歳未満', '20～39歳', '40歳以上', '無回答']],
  ['income groups', ['3,000-5,999', '<3,000', '>=6,000'], 'ordered', ['<3,000', '3,000-5,999', '>=6,000']],
  ['ranges that share an end', ['5-10', '0-5'], 'ordered', ['0-5', '5-10']],
  ['ranges with a refusal', ['0-5', '6-9', 'prefer not to say'], 'ordered', ['0-5', '6-9', 'prefer not to say']],
  ['income', ['1200', '3400.50'], 'decimal'],
  ['money with a sign', ['£20', '£35'], 'text'],
  ['money with commas', ['1,200', '34,000'], 'text'],
  ['decimal commas', ['3,5', '4,25'], 'text'],
  ['percent', ['45%', '50%'], 'text'],
  ['postcodes with zeros', ['01099', '10115'], 'text'],
  ['postcodes of nine digits', ['12345-6789', '02139-4307'], 'text'],
  ['phone numbers', ['555-1234', '555-2345'], 'text'],
  ['phone numbers apart', ['212-555', '010-1234'], 'text'],
  ['phone with a country', ['+49 151 1234567', '+86 138 0013 8000'], 'text'],
  ['identifiers', ['R01', 'R02'], 'text'],
  ['numbers with zeros', ['001', '002', '010'], 'text'],
  ['ISO days', ['2024-01-31', '2023-12-01'], 'date'],
  ['months', ['2024-01', '2024-02', '2023-12'], 'text'],
  ['months first', ['01-2024', '12-2023'], 'text'],
  ['days and months', ['01-15', '03-20'], 'text'],
  ['German days', ['31.01.2024', '01.12.2023'], 'text'],
  ['American days', ['1/31/2024', '12/1/2023'], 'text'],
  ['中文日期', ['2024年1月31日', '2023年12月1日'], 'text'],
  ['serial days', ['45322', '45261'], 'integer'],
  ['times', ['09:30', '14:05'], 'text'],
  ['scores', ['3-2', '1-4'], 'text'],
  ['yes and no', ['yes', 'no', 'Yes'], 'boolean'],
  ['是否', ['是', '否'], 'boolean'],
  ['zeros and ones', ['0', '1'], 'integer'],
  ['several answers', ['bus;bike', 'car'], 'text'],
  ['free text', ['I like it.', 'Not really', 'agree'], 'text'],
  ['agreement', ['Agree', 'Strongly disagree', 'Neutral'], 'ordered', ['Strongly disagree', 'Neutral', 'Agree']],
  [
    'frequency',
    ['Often', 'Never', 'Sometimes', "Don't know"],
    'ordered',
    ['Never', 'Sometimes', 'Often', "Don't know"],
  ],
  ['同意程度', ['同意', '非常不同意', '一般'], 'ordered', ['非常不同意', '一般', '同意']],
  ['満足度', ['とても満足', '不満', '普通'], 'ordered', ['不満', '普通', 'とても満足']],
  ['one word of a scale in two spellings', ['Agree', 'agree'], 'text'],
  ['words of two scales', ['Never', 'Agree'], 'text'],
  ['a threshold alone', ['<3000', '4200'], 'text'],
  ['negative numbers', ['-3', '4'], 'integer'],
  ['exponents', ['1e5', '2e3'], 'text'],
  ['what is no number', ['NaN', 'Infinity'], 'text'],
];

describe('columns as surveys have them', () => {
  const named = columns.map(([name, cells, type, categories = null]) => ({ name, cells, type, categories }));
  it.each(named)('$name', ({ cells, type, categories }) => {
    const shape = guessShape(cells);
    expect(shape).toMatchObject({ type, categories });
    // A guess never leaves out what is written, nor asks for it to be written otherwise.
    for (const cell of cells) expect(valueProblem(shape, cell), cell).toBeNull();
  });
});

describe('the scale of a survey', () => {
  const five = Array.from({ length: 30 }, (_, place) => String((place % 5) + 1));
  it('is not widened by one stray answer, which is then out of range', () => {
    const [scale] = guessScales([[...five, '6'], five, five]);
    expect(scale).toEqual({ minimum: 1, maximum: 5 });
    expect(valueProblem({ type: 'integer', categories: null, ...scale! }, '6')).toBe('range');
  });
  it('is the narrow one where half of the columns of small numbers lie on it, the others count something', () => {
    expect(guessScales([five, ['0', '8', '9', '10']])).toEqual([{ minimum: 1, maximum: 5 }, null]);
    const counted = [five, ['0', '8', '9', '10'], ['0', '7', '9', '10']];
    expect(guessScales(counted)[0]).toEqual({ minimum: 0, maximum: 10 });
  });
  it('is not given to ages', () => {
    expect(guessScales([five, ['34', '41', '67', '22']])[1]).toBeNull();
  });
});

describe('a day', () => {
  it.each([
    ['2024-02-29', true],
    ['1900-02-29', false],
    ['2024-13-01', false],
    ['2024-04-31', false],
    ['24-04-30', false],
  ])('%s: %s', (text, is) => expect(isDay(text)).toBe(is));
});

describe('headers and cells that need a second look', () => {
  it.each(['zip', 'ZIP code', 'home_postcode', 'Phone number', 'tel.', 'staff id', '邮编', '手机号', '郵便番号'])(
    '%s names something',
    (header) => expect(namesIdentifiers(header)).toBe(true),
  );
  it.each(['age', 'idea', 'period', 'telling', 'Q1_trust', '年齢', 'phones owned'])('%s counts', (header) =>
    expect(namesIdentifiers(header)).toBe(false),
  );

  it('are the words, signs and errors people leave in place of an answer', () => {
    const cells = ['NA', 'n/a', 'N.A.', '-', '—', ' ', '#N/A', '#DIV/0!', 'null', '不详', '拒絕回答', '不明', '?'];
    expect(doubtfulTexts(cells).map(({ text }) => text)).toEqual(cells);
    expect(doubtfulTexts(['none', '-3', '#1', 'N', 'a - b', '0'])).toEqual([]);
  });
});
