use crate::read::{Excess, ReadError};
use std::time::{Duration, Instant};

/// A form of a municipality has a dozen pages; minutes with annexes a few hundred.
pub(super) const MAX_PAGES: usize = 300;
const MAX_OPERATORS: usize = 3_000_000;
const MAX_GLYPHS: usize = 1_000_000;
const MAX_SHAPES: usize = 400_000;
const MAX_TIME: Duration = Duration::from_secs(8);

/// What one file may use up.
pub(super) struct Budget {
    operators: usize,
    glyphs: usize,
    shapes: usize,
    until: Instant,
}

impl Budget {
    pub fn new() -> Self {
        Self {
            operators: MAX_OPERATORS,
            glyphs: MAX_GLYPHS,
            shapes: MAX_SHAPES,
            until: Instant::now() + MAX_TIME,
        }
    }

    /// Counts one instruction; looks at the clock now and then.
    pub fn operator(&mut self) -> Result<(), ReadError> {
        self.operators = spend(self.operators, Excess::Unpacked)?;
        if self.operators.is_multiple_of(1024) {
            self.clock()?;
        }
        Ok(())
    }

    pub fn glyph(&mut self) -> Result<(), ReadError> {
        self.glyphs = spend(self.glyphs, Excess::Text)?;
        Ok(())
    }

    pub fn shape(&mut self) -> Result<(), ReadError> {
        self.shapes = spend(self.shapes, Excess::Cells)?;
        Ok(())
    }

    pub fn clock(&self) -> Result<(), ReadError> {
        if Instant::now() > self.until {
            return Err(ReadError::TookTooLong);
        }
        Ok(())
    }
}

fn spend(left: usize, excess: Excess) -> Result<usize, ReadError> {
    left.checked_sub(1).ok_or(ReadError::TooLarge(excess))
}
