//! Walks a page's instructions and leaves glyphs and shapes on the page.

use super::colors::{self, Space, Spaces};
use super::file::{Dict, Pdf};
use super::paths::{Paint, Path};
use super::text::{self, Pen, TextState};
use crate::read::ReadError;
use crate::read::pdf::budget::Budget;
use crate::read::pdf::geometry::{Matrix, Rect};
use crate::read::pdf::page::Page;
use document_model::Rgb;
use pdf_oxide::content::{Operator, TextElement, parse_content_stream};
use pdf_oxide::object::Object;

/// How deep forms may show forms.
const MAX_DEPTH: u8 = 12;
/// How deep `q` may nest; real files stay below 30.
const MAX_SAVED: usize = 512;

/// Runs a page's content.
pub(super) fn run(
    pdf: &Pdf,
    content: &[u8],
    resources: &Dict,
    display: Matrix,
    page: &mut Page,
    budget: &mut Budget,
) -> Result<(), ReadError> {
    let state = State::new(display);
    Interpreter {
        pdf,
        page,
        budget,
        depth: 0,
    }
    .run(content, resources, state)
}

struct Interpreter<'a> {
    pdf: &'a Pdf,
    page: &'a mut Page,
    budget: &'a mut Budget,
    depth: u8,
}

#[derive(Clone)]
struct State {
    ctm: Matrix,
    fill: Ink,
    stroke: Ink,
    line_width: f32,
    clip: Option<Rect>,
    text: TextState,
}

#[derive(Clone)]
struct Ink {
    space: Space,
    color: Option<Rgb>,
    opacity: f32,
}

impl State {
    fn new(ctm: Matrix) -> Self {
        let black = Ink {
            space: Space::Gray,
            color: Some(Rgb(0, 0, 0)),
            opacity: 1.0,
        };
        Self {
            ctm,
            fill: black.clone(),
            stroke: black,
            line_width: 1.0,
            clip: None,
            text: TextState::default(),
        }
    }

    /// The colour in which text is shown.
    fn text_color(&self) -> Option<Rgb> {
        let ink = if self.text.mode == 1 {
            &self.stroke
        } else {
            &self.fill
        };
        ink.color.map(|color| colors::on_white(color, ink.opacity))
    }
}

impl Ink {
    fn set(&mut self, space: Space, parts: &[f32]) {
        self.color = space.color(parts);
        self.space = space;
    }

    fn space(&mut self, space: Space) {
        self.color = space.initial();
        self.space = space;
    }

    fn parts(&mut self, parts: &[f32]) {
        self.color = self.space.color(parts);
    }
}

/// What one content stream needs while it runs.
struct Stream<'a> {
    resources: &'a Dict,
    spaces: Spaces,
    state: State,
    saved: Vec<State>,
    pen: Pen,
    path: Path,
    /// For each open marked stretch, whether it replaced its text.
    marked: Vec<bool>,
}

impl Interpreter<'_> {
    fn run(&mut self, content: &[u8], resources: &Dict, state: State) -> Result<(), ReadError> {
        let operators = parse_content_stream(content).map_err(ReadError::damaged)?;
        let mut stream = Stream {
            resources,
            spaces: Spaces::of(self.pdf, resources),
            state,
            saved: Vec::new(),
            pen: Pen::default(),
            path: Path::default(),
            marked: Vec::new(),
        };
        for operator in operators {
            self.budget.operator()?;
            self.step(&operator, &mut stream)?;
        }
        Ok(())
    }

    fn step(&mut self, operator: &Operator, stream: &mut Stream) -> Result<(), ReadError> {
        if stream.set_state(operator) || stream.set_color(operator) || stream.set_text(operator) {
            return Ok(());
        }
        if stream.build_path(operator) {
            return Ok(());
        }
        match operator {
            Operator::Do { name } => self.show_object(name, stream),
            Operator::InlineImage { .. } => {
                self.page.pictures += 1;
                Ok(())
            }
            Operator::SetExtGState { dict_name } => {
                self.extended_state(dict_name, stream);
                Ok(())
            }
            Operator::BeginMarkedContent { .. } => {
                stream.marked.push(false);
                Ok(())
            }
            Operator::BeginMarkedContentDict { properties, .. } => {
                self.begin_marked(properties, stream);
                Ok(())
            }
            Operator::EndMarkedContent => {
                if stream.marked.pop() == Some(true) {
                    stream.pen.actual = None;
                }
                Ok(())
            }
            other => self.show_or_paint(other, stream),
        }
    }

    fn show_or_paint(&mut self, operator: &Operator, stream: &mut Stream) -> Result<(), ReadError> {
        match operator {
            Operator::Tf { font, size } => {
                stream.state.text.font = self.pdf.fonts.get(self.pdf, stream.resources, font);
                stream.state.text.size = *size;
                Ok(())
            }
            Operator::Tj { text } => self.show(text, stream),
            Operator::TJ { array } => self.show_array(array, stream),
            Operator::Quote { text } => {
                stream.next_line();
                self.show(text, stream)
            }
            Operator::DoubleQuote {
                word_space,
                char_space,
                text,
            } => {
                stream.state.text.word_spacing = *word_space;
                stream.state.text.letter_spacing = *char_space;
                stream.next_line();
                self.show(text, stream)
            }
            painting => self.paint(painting, stream),
        }
    }

    fn show(&mut self, bytes: &[u8], stream: &mut Stream) -> Result<(), ReadError> {
        let state = &stream.state;
        let target = (&mut stream.pen, &mut *self.page, &mut *self.budget);
        let ink = text::Ink {
            color: state.text_color(),
            clip: state.clip,
        };
        text::show(bytes, &state.text, &state.ctm, ink, target)
    }

    fn show_array(&mut self, array: &[TextElement], stream: &mut Stream) -> Result<(), ReadError> {
        for element in array {
            match element {
                TextElement::String(bytes) => self.show(bytes, stream)?,
                TextElement::Offset(offset) => stream.pen.adjust(&stream.state.text, *offset),
            }
        }
        Ok(())
    }

    fn paint(&mut self, operator: &Operator, stream: &mut Stream) -> Result<(), ReadError> {
        let (stroke, fill, close) = match operator {
            Operator::Stroke => (true, false, false),
            Operator::CloseAndStroke => (true, false, true),
            Operator::Fill | Operator::FillEvenOdd => (false, true, false),
            Operator::FillStroke | Operator::FillStrokeEvenOdd => (true, true, false),
            Operator::CloseFillStroke | Operator::CloseFillStrokeEvenOdd => (true, true, true),
            Operator::EndPath => (false, false, false),
            _ => return Ok(()),
        };
        if close {
            stream.path.close();
        }
        let path = std::mem::take(&mut stream.path);
        let state = &mut stream.state;
        let ink = &state.fill;
        let paint = Paint {
            stroke: stroke && state.stroke.color.is_some() && state.stroke.opacity > 0.02,
            fill: ink
                .color
                .filter(|_| fill && ink.opacity > 0.02)
                .map(|color| (color, ink.opacity)),
            width: state.line_width * state.ctm.scale(),
            clip: state.clip,
        };
        path.paint(&paint, self.page, self.budget)?;
        if path.clips {
            state.clip = narrowed(state.clip, path.bounds());
        }
        Ok(())
    }

    /// Shows a form; counts a picture.
    fn show_object(&mut self, name: &str, stream: &mut Stream) -> Result<(), ReadError> {
        let objects = self
            .pdf
            .dict(stream.resources.get("XObject"))
            .unwrap_or_default();
        let Some(object) = self.pdf.resolve(objects.get(name)) else {
            return Ok(());
        };
        let Some(dict) = object.as_dict() else {
            return Ok(());
        };
        if self.pdf.name(dict.get("Subtype")).as_deref() != Some("Form") {
            self.page.pictures += 1;
            return Ok(());
        }
        let at = objects.get(name).and_then(Object::as_reference);
        let Some(content) = self
            .pdf
            .content(&object, at)
            .filter(|_| self.depth < MAX_DEPTH)
        else {
            return Ok(());
        };
        let own = self.pdf.dict(dict.get("Resources"));
        let mut state = stream.state.clone();
        if let Some(Ok(matrix)) = self
            .pdf
            .numbers(dict.get("Matrix"))
            .map(<[f32; 6]>::try_from)
        {
            state.ctm = Matrix::new(matrix).then(&state.ctm);
        }
        self.depth += 1;
        let outcome = self.run(&content, own.as_ref().unwrap_or(stream.resources), state);
        self.depth -= 1;
        outcome
    }

    fn extended_state(&mut self, name: &str, stream: &mut Stream) {
        let states = self
            .pdf
            .dict(stream.resources.get("ExtGState"))
            .unwrap_or_default();
        let Some(dict) = self.pdf.dict(states.get(name)) else {
            return;
        };
        if let Some(opacity) = self.pdf.number(dict.get("ca")) {
            stream.state.fill.opacity = opacity.clamp(0.0, 1.0);
        }
        if let Some(opacity) = self.pdf.number(dict.get("CA")) {
            stream.state.stroke.opacity = opacity.clamp(0.0, 1.0);
        }
        if let Some(width) = self.pdf.number(dict.get("LW")) {
            stream.state.line_width = width;
        }
    }

    /// A short replacement text (a ligature, a symbol drawn from pieces) is believed; a long
    /// one would lose where its words stand.
    fn begin_marked(&mut self, properties: &Object, stream: &mut Stream) {
        let dict = match properties {
            Object::Name(name) => {
                let lists = self.pdf.dict(stream.resources.get("Properties"));
                self.pdf.dict(lists.unwrap_or_default().get(name))
            }
            direct => self.pdf.dict(Some(direct)),
        };
        let actual = dict.and_then(|dict| self.pdf.text(dict.get("ActualText")));
        let actual = actual.filter(|text| {
            let length = text.chars().count();
            (1..=4).contains(&length) && !text.contains(char::is_whitespace) && *text != "\u{AD}"
        });
        stream.marked.push(actual.is_some());
        if let Some(actual) = actual {
            stream.pen.actual = Some(actual.into());
        }
    }
}

impl Stream<'_> {
    fn next_line(&mut self) {
        self.pen.move_line(0.0, -self.state.text.leading);
    }

    fn set_state(&mut self, operator: &Operator) -> bool {
        match operator {
            Operator::SaveState => {
                if self.saved.len() < MAX_SAVED {
                    self.saved.push(self.state.clone());
                }
            }
            Operator::RestoreState => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            Operator::Cm { a, b, c, d, e, f } => {
                self.state.ctm = Matrix::new([*a, *b, *c, *d, *e, *f]).then(&self.state.ctm);
            }
            Operator::SetLineWidth { width } => self.state.line_width = *width,
            _ => return false,
        }
        true
    }

    fn set_color(&mut self, operator: &Operator) -> bool {
        let (fill, stroke) = (&mut self.state.fill, &mut self.state.stroke);
        match operator {
            Operator::SetFillRgb { r, g, b } => fill.set(Space::Rgb, &[*r, *g, *b]),
            Operator::SetStrokeRgb { r, g, b } => stroke.set(Space::Rgb, &[*r, *g, *b]),
            Operator::SetFillGray { gray } => fill.set(Space::Gray, &[*gray]),
            Operator::SetStrokeGray { gray } => stroke.set(Space::Gray, &[*gray]),
            Operator::SetFillCmyk { c, m, y, k } => fill.set(Space::Cmyk, &[*c, *m, *y, *k]),
            Operator::SetStrokeCmyk { c, m, y, k } => stroke.set(Space::Cmyk, &[*c, *m, *y, *k]),
            Operator::SetFillColorSpace { name } => fill.space(self.spaces.get(name)),
            Operator::SetStrokeColorSpace { name } => stroke.space(self.spaces.get(name)),
            Operator::SetFillColor { components } => fill.parts(components),
            Operator::SetStrokeColor { components } => stroke.parts(components),
            Operator::SetFillColorN { components, .. } => fill.parts(components),
            Operator::SetStrokeColorN { components, .. } => stroke.parts(components),
            _ => return false,
        }
        true
    }

    fn set_text(&mut self, operator: &Operator) -> bool {
        let text = &mut self.state.text;
        match operator {
            Operator::BeginText => {
                let actual = self.pen.actual.take();
                self.pen = Pen {
                    actual,
                    ..Pen::default()
                };
            }
            Operator::EndText => {}
            Operator::Tc { char_space } => text.letter_spacing = *char_space,
            Operator::Tw { word_space } => text.word_spacing = *word_space,
            Operator::Tz { scale } => text.stretch = *scale / 100.0,
            Operator::TL { leading } => text.leading = *leading,
            Operator::Tr { render } => text.mode = *render,
            Operator::Ts { rise } => text.rise = *rise,
            Operator::Td { tx, ty } => self.pen.move_line(*tx, *ty),
            Operator::TD { tx, ty } => {
                text.leading = -*ty;
                self.pen.move_line(*tx, *ty);
            }
            Operator::Tm { a, b, c, d, e, f } => {
                self.pen.set(Matrix::new([*a, *b, *c, *d, *e, *f]))
            }
            Operator::TStar => self.next_line(),
            _ => return false,
        }
        true
    }

    fn build_path(&mut self, operator: &Operator) -> bool {
        let (path, ctm) = (&mut self.path, &self.state.ctm);
        match operator {
            Operator::MoveTo { x, y } => path.move_to(ctm, (*x, *y)),
            Operator::LineTo { x, y } => path.line_to(ctm, (*x, *y)),
            Operator::CurveTo {
                x1,
                y1,
                x2,
                y2,
                x3,
                y3,
            } => {
                path.curve_to(ctm, &[(*x1, *y1), (*x2, *y2), (*x3, *y3)]);
            }
            Operator::CurveToV { x2, y2, x3, y3 } => path.curve_to(ctm, &[(*x2, *y2), (*x3, *y3)]),
            Operator::CurveToY { x1, y1, x3, y3 } => path.curve_to(ctm, &[(*x1, *y1), (*x3, *y3)]),
            Operator::ClosePath => path.close(),
            Operator::Rectangle {
                x,
                y,
                width,
                height,
            } => {
                path.rectangle(ctm, (*x, *y), (*width, *height));
            }
            Operator::ClipNonZero | Operator::ClipEvenOdd => path.clips = true,
            _ => return false,
        }
        true
    }
}

fn narrowed(clip: Option<Rect>, by: Option<Rect>) -> Option<Rect> {
    match (clip, by) {
        // Nothing in common: nothing shows, which a box without extent says.
        (Some(clip), Some(by)) => Some(clip.intersection(&by).unwrap_or_default()),
        (clip, by) => by.or(clip),
    }
}
