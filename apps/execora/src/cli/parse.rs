//! `execora parse`: understanding without a store or a network.

use anyhow::{Context, Result, bail};
use clap::Args;
use execora_kernel::{Clock, ShopZone};
use execora_system::SystemClock;
use execora_voice_intent::understanding::{LINE_BYTES_MAX, Options, Vocabulary, parse_line_with};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Args)]
pub(super) struct Parse {
    /// Add which rule read which words
    #[arg(long)]
    explain: bool,
    /// Names of customers and products that win over other readings: a JSON file with "customers" and "products"
    #[arg(long, value_name = "FILE")]
    vocabulary: Option<PathBuf>,
}

/// A larger vocabulary file is refused.
const VOCABULARY_BYTES_MAX: u64 = 32 << 20;

impl Parse {
    pub(super) fn run(self) -> Result<ExitCode> {
        let vocabulary = self.vocabulary.as_deref().map(read_vocabulary).transpose()?;
        let options = Options {
            explain: self.explain,
            vocabulary: vocabulary.as_ref(),
        };
        let now = ShopZone::INDIA.local(SystemClock.now());
        let mut input = BufReader::new(std::io::stdin().lock());
        let mut output = std::io::BufWriter::new(std::io::stdout().lock());
        let mut refused = false;
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            if !read_line(&mut input, &mut line).context("stdin")? {
                break;
            }
            let text = String::from_utf8_lossy(&line);
            let parsed = parse_line_with(text.trim_end_matches(['\r', '\n']), number, now, &options);
            refused |= parsed.is_refused();
            if let Some(json) = parsed.json() {
                writeln!(output, "{json}").context("stdout")?;
            }
            // Whoever pipes line by line waits for each answer.
            if input.buffer().is_empty() {
                output.flush().context("stdout")?;
            }
        }
        output.flush().context("stdout")?;
        Ok(ExitCode::from(u8::from(refused)))
    }
}

fn read_vocabulary(path: &Path) -> Result<Vocabulary> {
    let shown = path.display();
    let file = std::fs::File::open(path).with_context(|| format!("vocabulary {shown}"))?;
    let mut text = Vec::new();
    file.take(VOCABULARY_BYTES_MAX + 1)
        .read_to_end(&mut text)
        .with_context(|| format!("vocabulary {shown}"))?;
    if u64::try_from(text.len()).unwrap_or(u64::MAX) > VOCABULARY_BYTES_MAX {
        bail!("vocabulary {shown}: larger than 32 MiB");
    }
    let names = serde_json::from_slice(&text).with_context(|| format!("vocabulary {shown}"))?;
    Ok(Vocabulary::new(&names))
}

/// Reads a line, of which no more than a little over the limit is kept; `false` at the end.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<bool> {
    let kept = u64::try_from(LINE_BYTES_MAX)
        .unwrap_or(u64::MAX)
        .saturating_add(2);
    if input.by_ref().take(kept).read_until(b'\n', line)? == 0 {
        return Ok(false);
    }
    if !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    Ok(true)
}
