using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.CompilerTesting;

/// <summary>The project that a driver is compiled in.</summary>
public sealed record ProjectOptions
{
    /// <summary>C# 12, nullable, no unsafe code: a net8.0 project as <c>dotnet new</c> makes it.</summary>
    public static readonly ProjectOptions Default = new();

    /// <summary>The version of C#.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp12;

    /// <summary>AllowUnsafeBlocks.</summary>
    public bool AllowUnsafe { get; init; }

    /// <summary>Nullable annotations and warnings.</summary>
    public bool Nullable { get; init; } = true;

    /// <summary>CheckForOverflowUnderflow.</summary>
    public bool Checked { get; init; }

    /// <summary>Severities as an .editorconfig sets them, by id.</summary>
    public IReadOnlyDictionary<string, ReportDiagnostic> Severities { get; init; } = new Dictionary<string, ReportDiagnostic>();

    /// <summary>A runtime to compile with in place of TopHalf.dll, as source.</summary>
    public string? RuntimeSource { get; init; }

    /// <summary>The source of a second assembly, which the project sees as metadata only.</summary>
    public string? Library { get; init; }

    /// <summary>The name of that assembly.</summary>
    public string LibraryName { get; init; } = "Library";

    /// <summary>Whether the second assembly is seen as a project of the same solution is, with the source of its members.</summary>
    public bool IsLibrarySource { get; init; }

    /// <summary>Files beside the sources, from name to text: InterruptEffects.txt.</summary>
    public IReadOnlyDictionary<string, string> AdditionalFiles { get; init; } = new Dictionary<string, string>();

    /// <summary>DefineConstants.</summary>
    public IReadOnlyList<string> PreprocessorSymbols { get; init; } = [];

    /// <summary>Whether the code is optimised, as in Release.</summary>
    public OptimizationLevel Optimization { get; init; } = OptimizationLevel.Debug;

    /// <summary>PublishAot: where there is no warm-up.</summary>
    public bool IsNative { get; init; }

    /// <summary>A library or a program.</summary>
    public OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;
}
