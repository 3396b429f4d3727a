import { createTheme, type MantineColorsTuple } from '@mantine/core';
import inputs from './inputs.module.css';
import overlays from './overlays.module.css';

const ink: MantineColorsTuple = [
  '#F3F2EF',
  '#E4E2DD',
  '#DAD7D0',
  '#B3AFA6',
  '#8A8983',
  '#67686C',
  '#515257',
  '#35373B',
  '#232528',
  '#1A1B1D',
];

const field = { input: inputs.input, section: inputs.section };
const wrapper = { label: inputs.label, description: inputs.hint, error: inputs.error };
const dropdown = { dropdown: overlays.dropdown, option: overlays.option };

/** Mantine's look where we use its components; everything of our own is in the CSS beside each component. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 1 },
  colors: { ink },
  autoContrast: true,
  defaultRadius: 4,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace",
  fontSizes: { xs: '11px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  breakpoints: { xs: '20em', sm: '45em', md: '60em', lg: '80em', xl: '100em' },
  headings: { fontWeight: '600', fontFamily: 'inherit' },
  components: {
    Input: { classNames: field },
    InputWrapper: {
      classNames: wrapper,
      defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] },
    },
    Select: {
      classNames: { ...dropdown },
      defaultProps: {
        checkIconPosition: 'right',
        comboboxProps: { shadow: 'none', transitionProps: { duration: 0 } },
      },
    },
    MultiSelect: {
      classNames: { ...dropdown, pill: inputs.pill },
      defaultProps: {
        checkIconPosition: 'right',
        comboboxProps: { shadow: 'none', transitionProps: { duration: 0 } },
      },
    },
    Autocomplete: {
      classNames: { ...dropdown },
      defaultProps: { comboboxProps: { shadow: 'none', transitionProps: { duration: 0 } } },
    },
    TagsInput: {
      classNames: { ...dropdown, pill: inputs.pill },
      defaultProps: { comboboxProps: { shadow: 'none', transitionProps: { duration: 0 } } },
    },
    Menu: {
      classNames: { dropdown: overlays.dropdown, item: overlays.item, label: overlays.menuLabel },
      defaultProps: {
        shadow: 'none',
        transitionProps: { duration: 0 },
        position: 'bottom-start',
        // A menu may hold nothing but items: the focus goes to the first of them.
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: {
      classNames: { dropdown: overlays.popover },
      defaultProps: { shadow: 'none', transitionProps: { duration: 0 } },
    },
    Tooltip: {
      classNames: { tooltip: overlays.tooltip },
      defaultProps: { openDelay: 400, transitionProps: { duration: 0 } },
    },
    Modal: {
      classNames: {
        content: overlays.content,
        title: overlays.title,
        header: overlays.header,
        overlay: overlays.overlay,
        close: overlays.close,
      },
      defaultProps: { shadow: 'none', transitionProps: { duration: 0 }, centered: true },
    },
    Drawer: {
      classNames: {
        content: overlays.content,
        title: overlays.title,
        header: overlays.header,
        overlay: overlays.overlay,
        close: overlays.close,
      },
      defaultProps: { shadow: 'none', transitionProps: { duration: 0 } },
    },
    Checkbox: { classNames: { input: inputs.tick, label: inputs.tickLabel, description: inputs.hint } },
    Radio: { classNames: { radio: inputs.tick, label: inputs.tickLabel, description: inputs.hint } },
    Switch: { classNames: { track: inputs.track, label: inputs.tickLabel, description: inputs.hint } },
  },
});
