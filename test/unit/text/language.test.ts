import { describe, expect, test } from 'vitest';
import { guessLanguage } from '../../../shared/text/language.ts';

describe('language guess', () => {
  test.each([
    ['en', 'Thank you for making time. Could you start by telling me how you first noticed them?'],
    ['de', 'Ich habe das nicht gewusst, und dann ist die Nachbarin gekommen und hat es mir erklärt.'],
    ['fr', 'Je ne sais pas, mais les voisins sont venus et on a parlé dans la cour avec une dame.'],
    ['es', 'No lo sé, pero los vecinos dicen que es muy bueno para el barrio y yo no lo creo.'],
    ['pt', 'Eu não sei, mas os vizinhos dizem que é muito bom para o bairro e você não acredita.'],
    ['it', 'Non lo so, ma i vicini dicono che è una cosa buona per il quartiere e io non ci credo.'],
    ['zh-Hans', '访问者：您平时怎么跟别人说起这个信用分？受访者：就是个明白账，以前全凭嘴说。'],
    ['zh-Hant', '許教授是本案的協同主持人，期中報告已經結束。這是今年的重要委託計畫之一。'],
    ['ja', '聞き手：雲汀での暮らしも長くなりましたね。'],
    ['ko', '면접자: 안녕하세요. 오늘 시간을 내주셔서 감사합니다.'],
    ['ru', 'Спасибо, что нашли время. Расскажите, как это было?'],
    ['uk', 'Дякую, що знайшли час. Розкажіть, як це було її сім’ї?'],
    ['ar', 'شكرا على وقتك في المدينة. كيف كانت التجربة؟'],
    ['he', 'תודה רבה על הזמן שלך'],
    ['th', 'ขอบคุณที่สละเวลา'],
    ['el', 'Ευχαριστώ για τον χρόνο σας'],
    ['en', '12:30'],
    ['en', ''],
  ])('%s', (language, text) => expect(guessLanguage(text)).toBe(language));

  test('terms in Latin letters do not make a Chinese text English', () => {
    expect(guessLanguage('JR：我也喜欢 CHECKTEMPLATEVERIFY，你可以用它来写保险柜。这样很好。')).toBe('zh-Hans');
  });
});
