declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** Handed to the library through the global object, nothing of it is called here. */
  export const WorkerMessageHandler: object;
}
