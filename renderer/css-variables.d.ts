import 'react';

declare module 'react' {
  /** Custom properties are set like any other, through the CSSOM: the content policy allows no style attributes. */
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
