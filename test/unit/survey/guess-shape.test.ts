import { describe, expect, it } from 'vitest';
import { isDay, valueProblem } from '../../../shared/domain/attribute.ts';
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

describe('the scale of a survey', () => {
  const five = Array.from({ length: 30 }, (_, place) => String((place % 5) + 1));
  it('is not widened by one stray answer, which is then out of range', () => {
    const [scale] = guessScales([[...five, '6'], five, five]);
    expect(scale).toEqual({ minimum: 1, maximum: 5 });
    expect(valueProblem({ type: 'integer', categories: null, ...scale! }, '6')).toBe('range');
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
