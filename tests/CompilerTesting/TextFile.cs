using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TopHalf.CompilerTesting;

/// <summary>A file beside the sources, as a project's AdditionalFiles item gives it to analyzers.</summary>
public sealed class TextFile(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
