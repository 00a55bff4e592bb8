using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace TopHalf.Effects.Tests;

/// <summary>C# code as an assembly in a folder of its own.</summary>
internal sealed class CompiledCode : IDisposable
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Threading; global using System.Runtime.InteropServices;";

    private readonly string _folder = Directory.CreateTempSubdirectory("tophalf-effects-").FullName;

    public CompiledCode(string source, string name = "Vendor")
    {
        File = Path.Combine(_folder, name + ".dll");
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source), CSharpSyntaxTree.ParseText(Usings)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':').Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        EmitResult result = compilation.Emit(File);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }

    /// <summary>The path of the assembly.</summary>
    public string File { get; }

    /// <summary>What is told of its members, without what is told of all members of a type, and without the notes.</summary>
    public static string EffectsOf(string source)
    {
        using var code = new CompiledCode(source);
        return string.Join('\n', EffectsFile.Of(code.File).Split('\n').Where(static l => l.Length > 0 && l[0] is not '#' and not 'T'));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
