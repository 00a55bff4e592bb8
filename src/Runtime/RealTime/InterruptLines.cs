using System.Globalization;

namespace TopHalf;

/// <summary>An interrupt of the kernel's.</summary>
/// <param name="Number">The line in /proc/interrupts and the folder in /proc/irq.</param>
/// <param name="Name">As VFIO calls it: vfio-msix[3](0000:00:06.0).</param>
internal readonly record struct InterruptLine(int Number, string Name);

/// <summary>The kernel's interrupts of a device that VFIO drives. They are there while vectors are enabled.</summary>
internal sealed class InterruptLines(VfioPaths paths, string device)
{
    public VfioPaths Paths => paths;

    /// <summary>The lines by vector; 0 for INTx. What the kernel does not show is not among them.</summary>
    /// <remarks>A line in the file: number, count for each processor, controller, and the names that drivers gave.</remarks>
    public Dictionary<int, InterruptLine> Read()
    {
        Dictionary<int, InterruptLine> lines = [];
        foreach (string text in LinesOf(paths.Interrupts))
        {
            string suffix = $"({device})";
            int end = text.IndexOf(suffix, StringComparison.Ordinal);
            int start = end < 0 ? -1 : text.LastIndexOf("vfio-", end, StringComparison.Ordinal);
            if (start > 0 && VectorOf(text[start..end]) is int vector
                && int.TryParse(text[..text.IndexOf(':', StringComparison.Ordinal)], CultureInfo.InvariantCulture, out int number))
            {
                lines[vector] = new InterruptLine(number, text[start..(end + suffix.Length)]);
            }
        }

        return lines;
    }

    /// <summary>The number in vfio-msix[3] or vfio-msi[0]; null for another name.</summary>
    private static int? VectorOf(string name)
    {
        if (name == "vfio-intx")
        {
            return 0;
        }

        string[] parts = name.Split('[', ']');
        return parts is ["vfio-msi" or "vfio-msix", var number, ""] && int.TryParse(number, CultureInfo.InvariantCulture, out int vector)
            ? vector
            : null;
    }

    private static string[] LinesOf(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // a container that does not have it: every line is missing
        }
    }
}
