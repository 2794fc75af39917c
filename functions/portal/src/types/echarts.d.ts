// Apache ECharts comes out of its WebJar; the portal uses these of its functions.

declare module '*/echarts.js' {
  export interface Chart {
    setOption(option: object, replace?: boolean): void;
    on(event: string, heard: () => void): void;
    resize(size?: { width: number }): void;
    dispose(): void;
    getDataURL(how: { type: 'png'; pixelRatio: number; backgroundColor: string }): string;
    renderToSVGString(): string;
  }
  export function init(
    place: HTMLElement,
    theme: null,
    options: { renderer: 'canvas' | 'svg'; width?: number; height?: number },
  ): Chart;
}
