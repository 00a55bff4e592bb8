using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace TopHalf.CompilerTesting;

/// <summary>Drivers that are generated, compiled and loaded into this process, to be run on a simulated device.</summary>
public static class GeneratedDriver
{
    /// <summary>Compiles a driver with what is generated for it. The assembly shares this process's TopHalf.dll.</summary>
    /// <exception cref="CheckFailedException">Something does not compile.</exception>
    public static Assembly CompileAndLoad(string source, ProjectOptions? options = null)
        => Load(GeneratorRun.Of(source, options).Output);

    /// <summary>Loads what was generated already.</summary>
    /// <exception cref="CheckFailedException">Something does not compile.</exception>
    public static Assembly Load(Compilation output)
    {
        using var image = new MemoryStream();
        EmitResult emitted = output.Emit(image);
        if (!emitted.Success)
        {
            throw new CheckFailedException("Not emitted:\n" + string.Join("\n", emitted.Diagnostics));
        }

        image.Position = 0;
        return new AssemblyLoadContext(output.AssemblyName, isCollectible: true).LoadFromStream(image);
    }
}
