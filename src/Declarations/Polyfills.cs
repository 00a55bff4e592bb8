// What newer C# needs and netstandard2.0 does not have.
#pragma warning disable IDE0130 // These live where the compiler looks for them.
using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>Lets init-only properties, and so records, compile for netstandard2.0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;
