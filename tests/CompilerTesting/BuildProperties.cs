using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TopHalf.CompilerTesting;

/// <summary>The properties of a project that its build shows to analyzers.</summary>
/// <param name="isNative">PublishAot.</param>
internal sealed class BuildProperties(bool isNative) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(isNative);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Values(bool isNative) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = isNative && key == "build_property.PublishAot" ? "true" : null;
            return value is not null;
        }
    }
}
