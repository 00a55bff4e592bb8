namespace TopHalf;

/// <summary>A kernel, the files by which it shows itself, and the groups that this process has opened there.</summary>
internal sealed class VfioHost
{
    public VfioHost(IVfioKernel kernel, VfioPaths paths)
    {
        Kernel = kernel;
        Paths = paths;
        Sysfs = new PciSysfs(paths);
        Remedies = new VfioRemedies(paths, Sysfs);
        Groups = new VfioGroups(this);
    }

    /// <summary>The machine that the process runs on.</summary>
    public static VfioHost Machine { get; } = new(new LinuxVfioKernel(), VfioPaths.Real);

    public IVfioKernel Kernel { get; }

    public VfioPaths Paths { get; }

    public PciSysfs Sysfs { get; }

    public VfioRemedies Remedies { get; }

    public VfioGroups Groups { get; }
}
