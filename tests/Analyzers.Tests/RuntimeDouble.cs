namespace TopHalf.Analyzers.Tests;

/// <summary>Runtimes of other versions: what a generator of today may meet.</summary>
internal static class RuntimeDouble
{
    /// <summary>Only the attributes and what a handler takes.</summary>
    public const string Bare = """
        namespace TopHalf
        {
            public class InterruptDriverAttribute : System.Attribute { }
            public class MsiVectorAttribute : System.Attribute { public MsiVectorAttribute(int vector) { } }
            public ref struct Interrupt { }
        }
        """;

    /// <summary>A runtime that has all public types, and this as its contract.</summary>
    public static string With(string contract) => Bare + $$"""

        namespace TopHalf
        {
            public class PciDevice { }
            public class InterruptOptions { }
            public class DriverManifest { }
            public class InterruptBinding { public void Dispose() { } }
        }
        namespace TopHalf.CompilerServices
        {
            public class Present { }
            {{contract}}
        }
        """;
}
