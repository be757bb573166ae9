declare module '*.css' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: how the bundler hands over a text file
  export default text;
}

declare module '*.html' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: how the bundler hands over a text file
  export default text;
}
